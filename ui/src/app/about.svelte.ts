/** Whether the page about Annexe itself is open. */
class AboutDialog {
  open = $state(false);

  show(): void {
    this.open = true;
  }
}

export const about = new AboutDialog();
