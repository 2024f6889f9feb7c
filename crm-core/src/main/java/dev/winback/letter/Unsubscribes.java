package dev.winback.letter;

import dev.winback.customer.Suppressions;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way out of all letters, for whoever holds the link of one of them (RFC 8058). */
@Service
@Transactional
public class Unsubscribes {

  /** How long the page offers to take an opt-out back. */
  public static final Duration UNDO = Duration.ofMinutes(10);

  private final SignedLinks links;
  private final Suppressions suppressions;
  private final Proofs proofs;
  private final JdbcClient jdbc;

  Unsubscribes(SignedLinks links, Suppressions suppressions, Proofs proofs, JdbcClient jdbc) {
    this.links = links;
    this.suppressions = suppressions;
    this.proofs = proofs;
    this.jdbc = jdbc;
  }

  /** What the page shows: an address that only its owner recognises, and whether it is stopped. */
  public record Way(String firm, String masked, boolean stopped) {}

  /** Empty for a token that is forged, damaged or unknown. */
  @Transactional(readOnly = true)
  public Optional<Way> way(String token) {
    return address(token).map(a -> new Way(firm(), masked(a), suppressions.stopped(a)));
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
    suppressions.stop(address, Suppressions.Reason.UNSUBSCRIBED, letter.value());
    proofs.arrived(letter);
  }

  /** The letter that a token stands in; empty for a forged one. */
  @Transactional(readOnly = true)
  public Optional<LetterId> letter(String token) {
    return links.unsubscribed(token);
  }

  /** Takes an opt-out back that is younger than ten minutes; empty for a bad token. */
  public Optional<Boolean> undo(String token) {
    return address(token).map(a -> suppressions.restore(a, Suppressions.Reason.UNSUBSCRIBED, UNDO));
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
