import { type CommandName, LoadCommands } from "./load-commands";

/** The process that makes the load: does what it is told over the channel to its parent, and ends with it. */
interface Order {
  id: number;
  name: CommandName;
  input: never;
}

const commands = new LoadCommands();

process.on("message", ({ id, name, input }: Order) => {
  const run = async () => commands[name](input);
  run().then(
    (output) => process.send?.({ id, output }),
    (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
