//! What is told, denied and announced: two stances towards one event.

use crate::claims::modality::Stance;
use crate::claims::{Attribute, Event, deeds, opposites};
use crate::comparison::{Modality, Polarity};
use crate::facts::Account;

use super::pairs::{Outcome, flag};

/// Whether the event is a step that is announced before it is taken: a charge, a hearing, an evacuation.
fn develops(account: &Account) -> bool {
    account
        .claim
        .question
        .event
        .as_ref()
        .is_some_and(|e| e.classes.iter().any(|c| c.is_step()))
}

/// "No arrests have been made" on Monday, two arrested on Thursday: what one article denies came about before the next.
pub(super) fn came_about(one: &Account, other: &Account) -> bool {
    let denies = |account: &Account| account.claim.stance.polarity == Polarity::Negative;
    let (denial, told) = match (denies(one), denies(other)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return false,
    };
    let question = &denial.claim.question;
    let later = denial.days_to(told).is_some_and(|days| days > 0);
    let named = question
        .event
        .as_ref()
        .is_some_and(|e| deeds::is("deed to come", e.lemma.as_str()));
    let open = question.subject.is_some() || develops(denial) || named;
    question.attribute == Attribute::Whether && later && open
}

/// Whether a headline tells as done what its own text only announces.
fn runs_ahead(headline: &Account, text: &Account) -> bool {
    let (a, b) = (headline.claim, text.claim);
    headline.voice.article == text.voice.article
        && a.headline
        && !b.headline
        && a.stance.modality == Modality::Certain
        && b.stance.modality == Modality::Planned
}

/// What two stances towards one event come to.
pub(super) fn judge((a, b): (Stance, Stance), one: &Account, other: &Account) -> Outcome {
    match (a.polarity, b.polarity) {
        (Polarity::Positive, Polarity::Negative) => return denied(a, b, one, other),
        (Polarity::Negative, Polarity::Positive) => return denied(b, a, one, other),
        (Polarity::Negative, Polarity::Negative) => return Outcome::Agreement,
        (Polarity::Positive, Polarity::Positive) => {}
    }
    if are_opposed(one, other) {
        return if a.modality != b.modality {
            Outcome::Nothing
        } else if passed(one, other) {
            flag("state-update", 0.9)
        } else {
            flag("opposite-deeds", 1.0)
        };
    }
    match (a.modality, b.modality) {
        (x, y) if x == y => Outcome::Agreement,
        (Modality::Planned, Modality::Certain) | (Modality::Certain, Modality::Planned) => {
            announced(one, other)
        }
        _ => Outcome::Nothing,
    }
}

/// One account holds what the other denies.
fn denied(held: Stance, denied: Stance, one: &Account, other: &Account) -> Outcome {
    let firm = matches!(denied.modality, Modality::Certain | Modality::Planned);
    let both_announced = [held, denied].map(|s| s.modality) == [Modality::Planned; 2];
    if !(held.modality == Modality::Certain && firm || both_announced) {
        return Outcome::Nothing;
    }
    // What is denied of one plain deed or thing is so or not, whoever says so; what is denied of an event may be one
    // party's word against another's, where a source stands behind it.
    let told_by = [one, other].map(|account| account.claim.holder.as_ref());
    let parties = one.claim.question.attribute != Attribute::Whether
        && told_by != [None, None]
        && told_by[0] != told_by[1];
    if parties {
        flag("denied-by-other", 0.9)
    } else {
        flag("polarity-conflict", 0.9)
    }
}

/// One account announces what the other tells as done.
fn announced(one: &Account, other: &Account) -> Outcome {
    if runs_ahead(one, other) || runs_ahead(other, one) {
        return flag("headline-ahead", 1.0);
    }
    // What one article announces and tells is told in its course: "in a bid to arrest him", "arrested him".
    let another = one.voice.article != other.voice.article;
    if another && develops(one) && develops(other) {
        flag("state-update", 0.9)
    } else {
        Outcome::Nothing
    }
}

/// Whether the accounts put one bearer on the two sides of a question.
fn are_opposed(one: &Account, other: &Account) -> bool {
    opposition(one, other, opposites::exclude)
}

/// Whether what was so on one article's day is no more on the other's: the airport is shut on Wednesday, open on Friday.
fn passed(one: &Account, other: &Account) -> bool {
    let later = one.days_to(other).is_some_and(|days| days != 0);
    later && opposition(one, other, opposites::pass)
}

fn opposition(one: &Account, other: &Account, holds: fn(&Event, &Event) -> bool) -> bool {
    let asked = one.claim.question.attribute == Attribute::Whether;
    let events = [one, other].map(|account| account.claim.question.event.as_deref());
    let [Some(x), Some(y)] = events else {
        return false;
    };
    asked && holds(x, y)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::compare::{Options, compare};
    use crate::read::read;
    use crate::spec::rules_on;
    use jiff::civil::date;

    #[test]
    fn what_comes_and_goes_is_brought_up_to_date() {
        let shut = "The airport in Port Sellar was closed after Cyclone Neva struck Marana.";
        let open = "The airport in Port Sellar reopened after Cyclone Neva struck Marana.";
        let rules = |day| rules_on((date(2011, 2, 9), shut), (date(2011, 2, day), open));
        assert_eq!(rules(9), ["opposite-deeds"]);
        assert_eq!(rules(11), ["state-update"]);
    }

    /// The rules that a text with that headline falls under, beside an article about something else.
    fn headed(headline: &str) -> Vec<String> {
        let told = "Lena Roe will meet the envoy in Arvel on Friday, her office said.";
        let page = format!("{headline}\n\nARVEL — {told}\n");
        let mut articles = read(page.as_bytes(), "a.txt", None).expect("plain text is read");
        articles.push(Article::plain(
            "a2",
            "The council of Dunmoor raised ferry fares.",
        ));
        let findings = compare(&articles, &Options::default()).findings;
        findings.into_iter().map(|f| f.rule).collect()
    }

    #[test]
    fn what_waits_for_an_event_does_not_tell_it_as_done() {
        let ahead = "Norvik will close its purchase of Lind in May, Petra Roe said.";
        let when =
            "Petra Roe said that she would step down when Norvik closes its purchase of Lind.";
        assert!(crate::spec::rules(ahead, when).is_empty());
    }

    #[test]
    fn a_headline_may_announce_what_its_text_announces() {
        assert_eq!(headed("Lena Roe Meets Envoy in Arvel"), ["headline-ahead"]);
        assert!(headed("Lena Roe to Meet Envoy in Arvel").is_empty());
    }
}
