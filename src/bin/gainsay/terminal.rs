//! What a terminal can do, told from the variables that it sets.

/// Variables by which terminals that know hyperlinks (OSC 8) are told: name, and what it begins with; `""` is anything.
///
/// The list is that of <https://github.com/zkat/supports-hyperlinks>.
const KNOWN: [(&str, &str); 15] = [
    ("DOMTERM", ""),
    ("WT_SESSION", ""),
    ("KONSOLE_VERSION", ""),
    ("COLORTERM", "xfce4-terminal"),
    ("TERM_PROGRAM", "Hyper"),
    ("TERM_PROGRAM", "iTerm.app"),
    ("TERM_PROGRAM", "terminology"),
    ("TERM_PROGRAM", "WezTerm"),
    ("TERM_PROGRAM", "vscode"),
    ("TERM_PROGRAM", "ghostty"),
    ("TERM", "xterm-kitty"),
    ("TERM", "alacritty"),
    ("TERM", "foot"),
    ("TERM", "wezterm"),
    ("TERM", "xterm-ghostty"),
];

/// VTE, the terminal of GNOME, knows links from 0.50 on.
const VTE: u32 = 5000;

/// Whether links are written: `FORCE_HYPERLINK` says so whatever reads them, else a known terminal does.
pub(crate) fn has_links(variable: &dyn Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    if let Some(forced) = variable("FORCE_HYPERLINK") {
        return forced.trim() != "0";
    }
    let begins = |(name, beginning): &(&str, &str)| {
        variable(name).is_some_and(|value| value.starts_with(beginning))
    };
    let vte = || variable("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    is_terminal
        && variable("TERM").is_none_or(|term| term != "dumb")
        && (KNOWN.iter().any(begins) || vte().is_some_and(|version| version >= VTE))
}

#[cfg(test)]
mod tests {
    use super::has_links;

    #[test]
    fn known_terminals_have_links_and_pipes_do_not() {
        for (variables, is_terminal, wanted) in [
            (&[("TERM_PROGRAM", "WezTerm")][..], true, true),
            (&[("TERM_PROGRAM", "WezTerm")], false, false),
            (&[("TERM", "xterm-kitty")], true, true),
            (&[("TERM", "xterm-256color")], true, false),
            (&[("VTE_VERSION", "7200")], true, true),
            (&[("VTE_VERSION", "4600")], true, false),
            (&[("TERM", "dumb"), ("WT_SESSION", "x")], true, false),
            (&[("NO_COLOR", "1"), ("WT_SESSION", "x")], true, true),
            (&[("FORCE_HYPERLINK", "1")], false, true),
            (
                &[("FORCE_HYPERLINK", "0"), ("WT_SESSION", "x")],
                true,
                false,
            ),
            (&[], true, false),
        ] {
            let variable = |name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(has_links(&variable, is_terminal), wanted, "{variables:?}");
        }
    }
}
