/** A customer's proxy. HTTP and HTTPS are one: a plain connection to the proxy, which is told to CONNECT for https pages. */
export interface PageProxy {
  type: "HTTP" | "HTTPS" | "SOCKS4" | "SOCKS5";
  /** Lower case, an IPv6 address without brackets. */
  host: string;
  port: number;
  user?: string;
  password?: string;
}
