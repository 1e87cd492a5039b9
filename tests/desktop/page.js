// Finds things in the page as assistive technology does: by role and accessible name.
// Runs in the page after axe-core, whose accessible names are the standard's.
window.__seek ??= (() => {
  const refused = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    refused.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
  );
  const within = (ask) => {
    axe.setup(document.documentElement);
    try {
      return ask();
    } finally {
      axe.teardown();
    }
  };
  const name = (element) => axe.commons.text.accessibleText(element).replace(/\s+/g, " ").trim();
  const role = (element) => axe.commons.aria.getRole(element);
  const seen = (element) => axe.commons.dom.isVisibleToScreenReaders(element);
  // What is wanted ends with an ellipsis where only the beginning of the name is.
  const matches = (found, wanted) =>
    wanted.endsWith("…") ? found.startsWith(wanted.slice(0, -1)) : found === wanted;
  return {
    refused: () => refused,
    has: (wantedRole, wantedName) =>
      within(() =>
        [...document.querySelectorAll("*")].some(
          (element) => role(element) === wantedRole && seen(element) && matches(name(element), wantedName),
        ),
      ),
    all: (wantedRole) =>
      within(() =>
        [...document.querySelectorAll("*")]
          .filter((element) => role(element) === wantedRole && seen(element))
          .map(name),
      ),
    focus: () => {
      const element = document.activeElement;
      if (!element || element === document.body) return { role: null, name: "", value: null };
      return within(() => ({ role: role(element), name: name(element), value: element.value ?? null }));
    },
  };
})();
