//! axe-core, run in the real window.

use serde_json::Value;

use crate::application::Application;

impl Application {
    /// Fails where axe-core finds something serious or critical on the page as it stands, or where the page
    /// has asked for something that its content security policy refuses.
    pub(crate) fn is_accessible(&self, page: &str) {
        self.equip();
        let found = self.driver.async_script(
            "const done = arguments[0];
             axe.run(document, { resultTypes: ['violations'] }).then(
               found => done(found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
                 .map(v => ({ rule: v.id, help: v.help, nodes: v.nodes.map(n => [n.target.join(' '), n.failureSummary]) }))),
               problem => done([{ rule: 'axe-core did not run', help: String(problem) }]));",
            &[],
        );
        assert_eq!(found, Value::Array(Vec::new()), "{page}: {found:#}");
        let refused = self.driver.script("return window.__seek.refused()", &[]);
        assert_eq!(
            refused,
            Value::Array(Vec::new()),
            "{page}: the content security policy refused {refused:#}"
        );
    }

    /// Sets the size of the text, in per cent of the usual one.
    pub(crate) fn text_size(&self, per_cent: u32) {
        self.driver
            .script("document.documentElement.style.fontSize = `${arguments[0]}%`", &[per_cent.into()]);
    }

    /// Fails where something of the page lies beside the window, so that one has to scroll sideways to see it.
    pub(crate) fn fits(&self, page: &str) {
        let wide = self.driver.script(
            "const places = [document.scrollingElement, document.getElementById('main')].filter(place => place !== null);
             return places.filter(place => place.scrollWidth > place.clientWidth)
               .map(place => `${place.tagName}: ${place.scrollWidth} in ${place.clientWidth}`)",
            &[],
        );
        assert_eq!(wide, Value::Array(Vec::new()), "{page} scrolls sideways: {wide:#}");
    }
}
