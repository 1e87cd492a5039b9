//! Writes `ui/src/host/bindings.ts`.

fn main() -> std::io::Result<()> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/host/bindings.ts");
    std::fs::write(path, annexe_api::bindings())
}
