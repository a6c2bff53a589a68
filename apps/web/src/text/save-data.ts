/** The low-data mode of the work screen. */
export const saveDataText = {
  title: "Low data",
  lead: "For a slow or dear connection. It holds on this device, from the next time the work screen is opened.",
  choose: "Load little on this device",
  effects: {
    pictures: "Large pictures come with as many pixels in fewer bytes. The difference can hardly be seen.",
    ahead: "Large pictures load when it is their turn, not ahead: the next one takes a moment.",
    figures:
      "The line at the bottom is brought up to date once a minute, and your hourly earnings each five minutes.",
  },
};

declare module "../lib/text" {
  interface AreaTexts {
    saveData: typeof saveDataText;
  }
}
