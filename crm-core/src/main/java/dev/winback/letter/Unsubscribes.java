package dev.winback.letter;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way out of all letters, for whoever holds the link of one of them (RFC 8058). */
@Service
@Transactional
public class Unsubscribes {

  /** How long the page offers to take an opt-out back. */
  public static final Duration UNDO = Duration.ofMinutes(10);

  /** How long a pause is. */
  public static final Duration PAUSE = QuietMailboxes.PAUSE;

  private final SignedLinks links;
  private final Suppressions suppressions;
  private final QuietMailboxes quiet;
  private final Proofs proofs;
  private final LetterLanguages languages;
  private final JdbcClient jdbc;

  Unsubscribes(
      SignedLinks links,
      Suppressions suppressions,
      QuietMailboxes quiet,
      Proofs proofs,
      LetterLanguages languages,
      JdbcClient jdbc) {
    this.links = links;
    this.suppressions = suppressions;
    this.quiet = quiet;
    this.proofs = proofs;
    this.languages = languages;
    this.jdbc = jdbc;
  }

  /**
   * What the page shows: an address that only its owner recognises, whether it is stopped, gets
   * letters about carts only, or rests until a moment.
   */
  public record Way(
      String firm,
      String masked,
      boolean stopped,
      boolean cartsOnly,
      @Nullable Instant restsUntil) {}

  /** Empty for a token that is forged, damaged or unknown. */
  @Transactional(readOnly = true)
  public Optional<Way> way(String token) {
    return address(token).map(this::shown);
  }

  /** In which the page speaks: that of its letter, the firm's for a bad token. */
  @Transactional(readOnly = true)
  public String language(String token) {
    return links.unsubscribed(token).map(languages::of).orElseGet(languages::firm);
  }

  private Way shown(String address) {
    var asked = quiet.of(address);
    return new Way(
        firm(),
        masked(address),
        suppressions.stopped(address),
        asked != null && asked.kind().equals("carts"),
        asked == null ? null : asked.until());
  }

  private String firm() {
    return jdbc.sql("select name from firm").query(String.class).single();
  }

  /** No letter begins after this has committed; a second time changes nothing. */
  public boolean unsubscribe(String token) {
    var letter = links.unsubscribed(token);
    var address = letter.flatMap(this::address);
    address.ifPresent(a -> stop(a, letter.orElseThrow()));
    return address.isPresent();
  }

  /** Who presses the link has the letter. */
  private void stop(String address, LetterId letter) {
    for (var mailbox : mailboxes(address, letter)) {
      suppressions.stop(mailbox, Suppressions.Reason.UNSUBSCRIBED, letter.value());
    }
    proofs.arrived(letter);
  }

  private List<String> mailboxes(String address, LetterId letter) {
    return reader(letter)
        .map(customer -> suppressions.mailboxes(address, customer))
        .orElse(List.of(address));
  }

  /** No letters for {@link #PAUSE}; false for a bad token. */
  public boolean pause(String token) {
    return ask(token, quiet::pause);
  }

  /** None but letters about what he has left in his cart. */
  public boolean cartsOnly(String token) {
    return ask(token, quiet::cartsOnly);
  }

  private boolean ask(String token, BiConsumer<String, LetterId> wish) {
    var letter = links.unsubscribed(token);
    var address = letter.flatMap(this::address);
    address.ifPresent(a -> wish.accept(a, letter.orElseThrow()));
    letter.ifPresent(proofs::arrived);
    return address.isPresent();
  }

  /** The letter that a token stands in; empty for a forged one. */
  @Transactional(readOnly = true)
  public Optional<LetterId> letter(String token) {
    return links.unsubscribed(token);
  }

  /** Whom a letter was written to; empty for a forged token and for who is erased. */
  @Transactional(readOnly = true)
  public Optional<CustomerId> reader(String token) {
    return links.unsubscribed(token).flatMap(this::reader);
  }

  private Optional<CustomerId> reader(LetterId letter) {
    return jdbc.sql("select customer_id from letter where id = :id and address is not null")
        .param("id", letter.value())
        .query(Long.class)
        .optional()
        .map(CustomerId::new);
  }

  /** Takes an opt-out back that is younger than ten minutes; empty for a bad token. */
  public Optional<Boolean> undo(String token) {
    var letter = links.unsubscribed(token);
    return letter.flatMap(this::address).map(a -> restore(a, letter.orElseThrow()));
  }

  /** A pause can be ended at any time, unless he wants no letters at all. */
  private boolean restore(String address, LetterId letter) {
    boolean back = false;
    for (var mailbox : mailboxes(address, letter)) {
      back |= suppressions.restore(mailbox, Suppressions.Reason.UNSUBSCRIBED, UNDO);
    }
    if (suppressions.stopped(address)) {
      return false;
    }
    boolean rested = quiet.of(address) != null;
    quiet.lift(address);
    return back || rested;
  }

  private Optional<String> address(String token) {
    return links.unsubscribed(token).flatMap(this::address);
  }

  private Optional<String> address(LetterId letter) {
    return jdbc.sql("select address from letter where id = :id and address is not null")
        .param("id", letter.value())
        .query(String.class)
        .optional();
  }

  /** {@code j***@e***}: enough to recognise, too little to learn. */
  static String masked(String address) {
    int at = address.lastIndexOf('@');
    return address.charAt(0) + "***@" + address.charAt(at + 1) + "***";
  }
}
