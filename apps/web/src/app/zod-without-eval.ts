// The page's policy forbids making code from strings. Zod would try, fall back, and leave a violation in the console.
// It reads this setting while modules load, so this one stands before all that hold a schema, and does not itself
// import zod, which pages without forms never load.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
