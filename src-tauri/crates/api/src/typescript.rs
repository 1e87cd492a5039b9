//! The types of every operation in TypeScript, for the window and for whoever asks on the command line.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::failure::Failure;
use crate::host::Progress;
use crate::operations::OPERATIONS;

/// The declarations that some operations need, each once.
#[derive(Default)]
pub(crate) struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Types {
    /// Returns how a type is written, and remembers what must be declared for it.
    pub(crate) fn name<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.declare::<T>();
        T::name(&self.config)
    }

    fn declare<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Types with a file of their own are ours; the others are TypeScript's already.
        if T::output_path().is_some() {
            self.declarations.insert(T::ident(&self.config), T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.declare::<T>();
    }
}

/// Returns `ui/src/host/bindings.ts`.
#[must_use]
pub fn bindings() -> String {
    let mut types = Types::default();
    let mut operations = String::new();
    for operation in OPERATIONS {
        let (arguments, result) = (operation.types)(&mut types);
        let _ = write!(
            operations,
            "  /** {} */\n  \"{}\": {{ arguments: {arguments}; result: {result} }};\n",
            operation.about.trim(),
            operation.name
        );
    }
    types.name::<Failure>();
    types.name::<Progress>();
    let mut out = String::from(
        "// Made from the list of operations in annexe-api; `cargo run -p annexe-api --example bindings` makes it anew.\n\n",
    );
    for declaration in types.declarations.values() {
        let _ = writeln!(out, "export {declaration}\n");
    }
    let _ = write!(
        out,
        "/** Every operation: what it takes and what it returns. */\nexport interface Operations {{\n{operations}}}\n"
    );
    out
}

/// Returns how one operation is called, or nothing where there is no such operation.
#[must_use]
pub fn signature(operation: &str) -> Option<String> {
    let operation = OPERATIONS.iter().find(|one| one.name == operation)?;
    let (arguments, result) = (operation.types)(&mut Types::default());
    Some(format!("{}({arguments}) -> {result}", operation.name))
}

/// Returns the types that one operation needs, each declared on a line of its own; none where there is no such
/// operation.
#[must_use]
pub fn declarations(operation: &str) -> Vec<String> {
    let mut types = Types::default();
    for operation in OPERATIONS.iter().filter(|one| one.name == operation) {
        (operation.types)(&mut types);
    }
    types.declarations.values().map(|declaration| compact(declaration)).collect()
}

/// Returns a declaration on one line and without its comments.
fn compact(declaration: &str) -> String {
    let mut out = String::new();
    let mut rest = declaration;
    while let Some((before, comment)) = rest.split_once("/**") {
        out += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out += rest;
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
