package dev.winback.inbox;

import dev.winback.customer.CustomerId;
import dev.winback.letter.LetterId;
import dev.winback.letter.Proofs;
import dev.winback.shared.Sql;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the letter or the customer that a mail speaks of. A letter's number can be guessed, so it
 * counts only with the right recipient.
 */
@Component
class Matching {

  private static final String LETTER = Sql.of(Matching.class, "match-letter.sql");
  private static final String RECIPIENT = Sql.of(Matching.class, "match-recipient.sql");
  private static final String WRITER = Sql.of(Matching.class, "match-writer.sql");

  private final JdbcClient jdbc;
  private final Proofs proofs;

  Matching(JdbcClient jdbc, Proofs proofs) {
    this.jdbc = jdbc;
    this.proofs = proofs;
  }

  Optional<Match> letter(Arrival arrival) {
    var clues = arrival.clues();
    var returned = clues.returnToken();
    var signed = returned == null ? Optional.<LetterId>empty() : proofs.returning(returned);
    return jdbc.sql(LETTER)
        .param("signed", signed.map(LetterId::value).orElse(null))
        .param("ids", clues.messageIds().toArray(String[]::new))
        .param("number", clues.number())
        .param("recipient", clues.recipient())
        .query(Match.class)
        .optional();
  }

  /** The last letter to this recipient in the week before. */
  Optional<Match> recipient(Arrival arrival) {
    var recipient = arrival.clues().recipient();
    return recipient == null
        ? Optional.empty()
        : jdbc.sql(RECIPIENT)
            .param("recipient", recipient)
            .param("at", arrival.at().atOffset(java.time.ZoneOffset.UTC))
            .query(Match.class)
            .optional();
  }

  /** The customer who has this address, or for whom one of his persons writes. */
  Optional<CustomerId> writer(String sender) {
    return jdbc.sql(WRITER)
        .param("sender", sender)
        .query(Long.class)
        .optional()
        .map(CustomerId::new);
  }
}
