import { call, type Theme } from "$host";

/** Light, dark, or as the system has it. */
class ThemeChoice {
  choice = $state<Theme>("system");

  /** Takes over what was chosen before; without that the system decides. */
  async load(): Promise<void> {
    this.#show((await call("preferences.show", {})).theme);
  }

  async choose(theme: Theme): Promise<void> {
    this.#show(theme);
    this.#show((await call("preferences.set", { theme })).theme);
  }

  #show(theme: Theme): void {
    this.choice = theme;
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }
}

export const theme = new ThemeChoice();
