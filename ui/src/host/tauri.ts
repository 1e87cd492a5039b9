import { Channel, invoke } from "@tauri-apps/api/core";
import type { Progress } from "./bindings";
import type { Door, Notice } from "./index";

/** The door to the desktop shell. */
export const tauri: Door = {
  call(name, args, id, onprogress) {
    const progress = new Channel<Progress>(onprogress);
    return invoke("call", { operation: name, arguments: args, progress, id });
  },
  cancel: (id) => invoke("cancel", { id }),
  pick: (request) => invoke("pick", { request }),
  openCopy: (id, version) => invoke("open_copy", { id, version }),
  clipboardPicture: () => invoke("clipboard_picture"),
  notify: (title, body) => invoke("notify", { title, body }),
  answerClosing: (leave) => invoke("answer_closing", { leave }),
  listen: (onnotice) => invoke("listen", { notices: new Channel<Notice>(onnotice) }),
};
