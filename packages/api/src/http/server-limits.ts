/** A token challenge in a GET address is longer than the 16 kB that Node allows by itself. */
export const HTTP_MAX_HEADER_BYTES = 65_536;
