//! What a name says a file is.

use super::Category;
use unicode_normalization::UnicodeNormalization;

/// Returns the extension that a system would go by, in lower case; empty where there is none.
///
/// Windows drops dots and spaces at the end, and what stands after a colon names a stream within the file. Letters that
/// only look different (`ſ`, full-width ones) are taken for the plain ones.
pub(super) fn of(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let runs = |part: &str| category(&plain_extension(part)) == Some(Category::Runnable);
    let told = last.split(':').find(|part| runs(part)).unwrap_or(last);
    plain_extension(told)
}

fn plain_extension(name: &str) -> String {
    let name = name.trim_end_matches(|c: char| c == '.' || c.is_whitespace() || c.is_control());
    match name.rsplit_once('.') {
        Some((_, extension)) if extension.len() <= 64 => {
            extension.nfkc().flat_map(char::to_lowercase).collect()
        }
        _ => String::new(),
    }
}

/// Returns what files with this extension are, or `None` where it says nothing.
pub(super) fn category(extension: &str) -> Option<Category> {
    let category = match extension {
        "png" => Category::Png,
        "jpg" | "jpeg" | "jpe" | "jfif" => Category::Jpeg,
        "gif" => Category::Gif,
        "webp" => Category::Webp,
        "bmp" | "dib" => Category::Bmp,
        "pdf" => Category::Pdf,
        "md" | "markdown" | "mdown" | "mkd" => Category::Markdown,
        "csv" | "tsv" => Category::Csv,
        "docx" | "dotx" => Category::Docx,
        "xlsx" | "xltx" => Category::Xlsx,
        "pptx" | "potx" | "ppsx" => Category::Pptx,
        "doc" | "dot" | "xls" | "xlt" | "ppt" | "pot" | "pps" | "vsd" | "mpp" | "pub" => Category::OldOffice,
        "odt" | "ott" | "ods" | "ots" | "odp" | "otp" | "odg" | "otg" | "odf" => Category::OpenDocument,
        "rtf" => Category::RichText,
        "eml" | "msg" | "mbox" | "emlx" => Category::Email,
        "zip" | "7z" | "rar" | "tar" | "gz" | "tgz" | "bz2" | "tbz2" | "xz" | "txz" | "zst" | "lz"
        | "lz4" | "lzma" | "z" | "cab" | "arj" | "lha" | "lzh" | "cpio" | "epub" => Category::Archive,
        "mp3" | "wav" | "flac" | "ogg" | "oga" | "opus" | "m4a" | "aac" | "wma" | "aif" | "aiff" | "amr" => {
            Category::Audio
        }
        "mp4" | "m4v" | "mov" | "avi" | "mkv" | "webm" | "wmv" | "mpg" | "mpeg" | "ogv" | "3gp" | "flv" => {
            Category::Video
        }
        _ if is_text(extension) => Category::Text,
        _ if RUNNABLE.contains(&extension) => Category::Runnable,
        _ => return None,
    };
    Some(category)
}

/// Text that no system runs when it is opened.
fn is_text(extension: &str) -> bool {
    matches!(
        extension,
        "txt"
            | "text"
            | "log"
            | "json"
            | "jsonl"
            | "ndjson"
            | "geojson"
            | "yaml"
            | "yml"
            | "toml"
            | "xml"
            | "xsd"
            | "ini"
            | "conf"
            | "cfg"
            | "properties"
            | "env"
            | "tex"
            | "bib"
            | "rst"
            | "adoc"
            | "org"
            | "srt"
            | "vtt"
            | "ics"
            | "vcf"
            | "diff"
            | "patch"
            | "sql"
            | "c"
            | "h"
            | "cpp"
            | "hpp"
            | "cs"
            | "java"
            | "go"
            | "rs"
            | "ts"
            | "tsx"
            | "jsx"
            | "vue"
            | "svelte"
            | "css"
            | "scss"
            | "r"
            | "rmd"
            | "ipynb"
            | "tf"
            | "proto"
            | "graphql"
    )
}

/// What one of the systems carries out, mounts, installs or follows when it is opened.
#[rustfmt::skip]
const RUNNABLE: &[&str] = &[
    // Windows: programs, installers, libraries
    "exe", "com", "scr", "pif", "dll", "ocx", "drv", "sys", "cpl", "ax", "efi", "msi", "msp", "mst", "msu", "msix",
    "msixbundle", "appx", "appxbundle", "appinstaller", "application", "appref-ms", "appcontent-ms", "gadget", "xbap",
    "xap", "diagcab", "diagpkg", "ins", "isp", "inf", "rgs",
    // Windows: scripts
    "bat", "cmd", "btm", "ps1", "ps1xml", "ps2", "ps2xml", "psc1", "psc2", "psd1", "psm1", "cdxml", "vbs", "vbe", "vb",
    "vbp", "vbscript", "js", "jse", "mjs", "cjs", "ws", "wsf", "wsc", "wsh", "sct", "hta", "msh", "msh1", "msh2",
    "mshxml", "ahk", "au3", "a3x", "xsl", "xslt", "bas", "prg", "fxp",
    // Windows: what points elsewhere, changes settings or is followed
    "lnk", "url", "website", "scf", "shb", "shs", "reg", "msc", "chm", "hlp", "its", "mad", "maf", "mag", "mam", "maq",
    "mar", "mas", "mat", "mau", "mav", "maw", "mda", "mdb", "mde", "mdt", "mdw", "mdz", "ade", "adp", "accda", "accdb",
    "accde", "accdr", "accdt", "jnlp", "library-ms", "search-ms", "searchconnector-ms", "settingcontent-ms", "theme",
    "themepack", "deskthemepack", "rdp", "ops", "osd", "pcd", "crd", "grp", "job", "udl", "vsw", "webpnp", "xnk",
    "cnt", "fon", "printerexport", "contact", "wab", "group", "one", "onepkg",
    // Office with macros, add-ins and live queries
    "docm", "dotm", "docb", "xlsm", "xltm", "xlam", "xlsb", "xla", "xll", "xlm", "xlw", "pptm", "potm", "ppam", "ppsm",
    "sldm", "ppa", "wll", "wiz", "wbk", "slk", "iqy", "oqy", "dqy", "rqy", "odc", "vsdm", "vssm", "vstm", "odb", "oxt",
    "otm",
    // macOS
    "app", "command", "tool", "terminal", "workflow", "action", "scpt", "scptd", "applescript", "osascript", "pkg",
    "mpkg", "prefpane", "kext", "bundle", "framework", "dylib", "fileloc", "inetloc", "webloc", "mobileconfig",
    "afploc", "ftploc", "saver", "qlgenerator", "plugin", "wdgt", "ipa",
    // Linux and Unix
    "desktop", "sh", "bash", "zsh", "fish", "ksh", "csh", "tcsh", "run", "bin", "out", "elf", "so", "ko", "o",
    "appimage", "deb", "rpm", "snap", "flatpak", "flatpakref", "flatpakrepo", "apk", "service", "timer", "mount",
    "socket", "autostart",
    // Languages that an installed interpreter starts
    "py", "pyw", "pyc", "pyo", "pyz", "pyzw", "pyx", "rb", "rbw", "pl", "plx", "pm", "php", "phar", "php3", "php4",
    "php5", "phtml", "lua", "luac", "tcl", "tk", "groovy", "kts", "jar", "jad", "war", "ear", "class", "wasm", "swf",
    "air", "asp", "aspx", "asa", "asax", "ashx", "jsp", "jspx", "cgi", "fcgi", "awk", "expect", "scm", "el", "plg",
    "csx", "fsx", "nse",
    // What a browser runs
    "html", "htm", "xhtml", "xht", "shtml", "shtm", "stm", "htc", "htt", "mht", "mhtml", "svg", "svgz", "xul", "xbl",
    "crx", "xpi", "mathml", "mml", "maff", "webarchive",
    // Disk images
    "iso", "img", "ima", "vhd", "vhdx", "vmdk", "vdi", "qcow", "qcow2", "dmg", "smi", "sparseimage", "sparsebundle",
    "udf", "toast", "nrg", "mdf", "mds", "cue", "wim", "swm", "esd", "ova", "ovf", "ccd", "cdr", "isz",
];
