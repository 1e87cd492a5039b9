//! The roles that the EU AI Act knows, which are not those of ISO/IEC 22989.

use crate::choice::choice;

choice!(
    /// A role under the EU AI Act. A company may hold several, and another one for each of its AI systems.
    ///
    /// The words differ from those of [`Role`](super::Role): whoever puts their name on a system that somebody else built
    /// is its provider under the Act, and whoever uses one at work is its deployer.
    pub enum ActRole {
        /// Develops an AI system or has it developed, and offers it or puts it to use under its own name.
        Provider = "provider",
        /// Uses an AI system under its own authority, other than privately.
        Deployer = "deployer",
        /// Brings an AI system of a provider from outside the Union onto the market there.
        Importer = "importer",
        /// Makes an AI system available in the Union, and is neither its provider nor its importer.
        Distributor = "distributor",
    }
);
