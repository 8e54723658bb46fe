//! The Penn tags, with the names that CoNLL-U uses.

use std::fmt;

/// Penn Treebank tags as the UD English treebanks use them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Xpos {
    /// `ADD`
    Add,
    /// `AFX`
    Afx,
    /// `CC`
    Cc,
    /// `CD`
    Cd,
    /// `DT`
    Dt,
    /// `EX`
    Ex,
    /// `FW`
    Fw,
    /// `GW`
    Gw,
    /// `HYPH`
    Hyph,
    /// `IN`
    In,
    /// `JJ`
    Jj,
    /// `JJR`
    Jjr,
    /// `JJS`
    Jjs,
    /// `-LRB-`
    Lrb,
    /// `LS`
    Ls,
    /// `MD`
    Md,
    /// `NFP`
    Nfp,
    /// `NN`
    Nn,
    /// `NNP`
    Nnp,
    /// `NNPS`
    Nnps,
    /// `NNS`
    Nns,
    /// `PDT`
    Pdt,
    /// `POS`
    Pos,
    /// `PRP`
    Prp,
    /// `PRP$`
    PrpDollar,
    /// `RB`
    Rb,
    /// `RBR`
    Rbr,
    /// `RBS`
    Rbs,
    /// `RP`
    Rp,
    /// `-RRB-`
    Rrb,
    /// `SYM`
    Sym,
    /// `TO`
    To,
    /// `UH`
    Uh,
    /// `VB`
    Vb,
    /// `VBD`
    Vbd,
    /// `VBG`
    Vbg,
    /// `VBN`
    Vbn,
    /// `VBP`
    Vbp,
    /// `VBZ`
    Vbz,
    /// `WDT`
    Wdt,
    /// `WP`
    Wp,
    /// `WP$`
    WpDollar,
    /// `WRB`
    Wrb,
    /// `XX`
    Xx,
    /// An opening quotation mark: two backticks in the treebanks.
    OpenQuote,
    /// `''`
    CloseQuote,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `.`
    Period,
    /// `$`
    Dollar,
}

impl Xpos {
    /// Every member, in order.
    pub const ALL: &'static [Self] = &[
        Self::Add,
        Self::Afx,
        Self::Cc,
        Self::Cd,
        Self::Dt,
        Self::Ex,
        Self::Fw,
        Self::Gw,
        Self::Hyph,
        Self::In,
        Self::Jj,
        Self::Jjr,
        Self::Jjs,
        Self::Lrb,
        Self::Ls,
        Self::Md,
        Self::Nfp,
        Self::Nn,
        Self::Nnp,
        Self::Nnps,
        Self::Nns,
        Self::Pdt,
        Self::Pos,
        Self::Prp,
        Self::PrpDollar,
        Self::Rb,
        Self::Rbr,
        Self::Rbs,
        Self::Rp,
        Self::Rrb,
        Self::Sym,
        Self::To,
        Self::Uh,
        Self::Vb,
        Self::Vbd,
        Self::Vbg,
        Self::Vbn,
        Self::Vbp,
        Self::Vbz,
        Self::Wdt,
        Self::Wp,
        Self::WpDollar,
        Self::Wrb,
        Self::Xx,
        Self::OpenQuote,
        Self::CloseQuote,
        Self::Comma,
        Self::Colon,
        Self::Period,
        Self::Dollar,
    ];

    /// The name that CoNLL-U files use.
    pub const fn name(self) -> &'static str {
        XPOS_NAMES[self as usize]
    }

    /// The member of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        let place = XPOS_NAMES.iter().position(|&n| n == name)?;
        Some(Self::ALL[place])
    }
}

impl fmt::Display for Xpos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Names in the order of the members.
const XPOS_NAMES: [&str; 50] = [
    "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "-LRB-",
    "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS",
    "RP", "-RRB-", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$",
    "WRB", "XX", "``", "''", ",", ":", ".", "$",
];
