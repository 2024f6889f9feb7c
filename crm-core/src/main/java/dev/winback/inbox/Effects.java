package dev.winback.inbox;

import dev.winback.customer.Suppressions;
import dev.winback.customer.Suppressions.Reason;
import dev.winback.letter.Proofs;
import dev.winback.letter.Severity;
import dev.winback.letter.Unsubscribes;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What each kind of arrival does, in the transaction that stores it; whatever speaks of a letter
 * that we cannot find does nothing, so that nobody is put on the stop list by mistake.
 */
@Component
class Effects {

  /** A mailbox that was full so often in 30 days is nobody's. */
  private static final int FULL_TIMES = 3;

  private final Matching matching;
  private final Answers answers;
  private final Proofs proofs;
  private final Suppressions suppressions;
  private final Unsubscribes unsubscribes;

  Effects(
      Matching matching,
      Answers answers,
      Proofs proofs,
      Suppressions suppressions,
      Unsubscribes unsubscribes) {
    this.matching = matching;
    this.answers = answers;
    this.proofs = proofs;
    this.suppressions = suppressions;
    this.unsubscribes = unsubscribes;
  }

  Found of(Arrival arrival) {
    return switch (arrival.kind()) {
      case BOUNCE ->
          ofLetter(arrival).map(letter -> returned(arrival, letter)).orElse(Found.NOTHING);
      case COMPLAINT -> ofLetter(arrival).map(this::complained).orElse(Found.NOTHING);
      case AUTO -> matching.letter(arrival).map(this::ignored).orElse(ignored());
      case REPLY -> answered(arrival);
      case UNSUBSCRIBE -> unsubscribed(arrival);
      case UNKNOWN -> Found.NOTHING;
    };
  }

  private Optional<Match> ofLetter(Arrival arrival) {
    return matching.letter(arrival).or(() -> matching.recipient(arrival));
  }

  /** The mailbox first, then the letter: in this order the announcement locks them too. */
  private Found returned(Arrival arrival, Match letter) {
    var severity = Severity.of(arrival.status());
    if (severity == Severity.DEAD || severity == Severity.FULL && fullAgain(arrival, letter)) {
      stop(letter, Reason.HARD_BOUNCE);
    }
    proofs.returned(
        letter.id(), severity.refusal(), (arrival.status() + " " + arrival.answer()).strip());
    return new Found(Found.DONE, letter.id(), severity);
  }

  private boolean fullAgain(Arrival arrival, Match letter) {
    var address = letter.address();
    return address != null && proofs.full(address, letter.id(), arrival.at()) >= FULL_TIMES;
  }

  private void stop(Match letter, Reason reason) {
    var address = letter.address();
    if (address != null) {
      suppressions.stop(address, reason, letter.letter());
    }
  }

  /** A mailbox that is dead is that one alone; who complains is meant wherever he reads now. */
  private Found complained(Match letter) {
    var address = letter.address();
    if (address != null) {
      letter
          .who()
          .map(customer -> suppressions.mailboxes(address, customer))
          .orElse(List.of(address))
          .forEach(mailbox -> suppressions.stop(mailbox, Reason.COMPLAINT, letter.letter()));
    }
    proofs.arrived(letter.id());
    return Found.done(letter);
  }

  /** A vacation notice has seen the letter, and says nothing else. */
  private Found ignored(Match letter) {
    proofs.arrived(letter.id());
    return new Found(Found.IGNORED, letter.id(), null);
  }

  private static Found ignored() {
    return new Found(Found.IGNORED, null, null);
  }

  private Found answered(Arrival arrival) {
    var letter = matching.letter(arrival);
    letter.ifPresent(answered -> proofs.arrived(answered.id()));
    var who = letter.flatMap(Match::who).or(() -> matching.writer(arrival.sender()));
    who.ifPresent(
        customer ->
            answers.keep(customer, Answers.hashed(arrival.own()), arrival.at(), words(arrival)));
    return who.isEmpty()
        ? Found.NOTHING
        : new Found(Found.DONE, letter.map(Match::id).orElse(null), null);
  }

  private static Answers.Words words(Arrival mail) {
    return new Answers.Words(mail.messageId(), mail.sender(), mail.subject(), mail.words());
  }

  /** The token is the signature; whoever sends it may be anybody. */
  private Found unsubscribed(Arrival arrival) {
    return unsubscribes.unsubscribe(arrival.words())
        ? new Found(Found.DONE, unsubscribes.letter(arrival.words()).orElse(null), null)
        : Found.NOTHING;
  }
}
