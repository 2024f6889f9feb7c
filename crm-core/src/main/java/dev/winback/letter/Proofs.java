package dev.winback.letter;

import dev.winback.shared.Sql;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the outside proves of a letter: whoever answers, clicks or complains has got it; what comes
 * back has not arrived (letters.md, "In-doubt resolution").
 */
@Service
@Transactional
public class Proofs {

  private static final String ARRIVED = Sql.of(Proofs.class, "arrived.sql");
  private static final String RETURNED = Sql.of(Proofs.class, "returned.sql");

  private final JdbcClient jdbc;
  private final SignedLinks links;
  private final ApplicationEventPublisher events;

  Proofs(JdbcClient jdbc, SignedLinks links, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.links = links;
    this.events = events;
  }

  /** The letter of a return path (VERP) that we have signed; empty for a forged one. */
  @Transactional(readOnly = true)
  public Optional<LetterId> returning(String token) {
    return links.returning(token);
  }

  /** Somebody has it: a letter in doubt is settled, any other stays as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void arrived(LetterId letter) {
    int settled = jdbc.sql(ARRIVED).param("id", letter.value()).update();
    if (settled == 1) {
      events.publishEvent(new LetterSent(letter));
    }
  }

  /** It came back: the letter has failed and nobody has its coupon; twice is once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void returned(LetterId letter, String answer) {
    jdbc.sql(RETURNED)
        .param("id", letter.value())
        .param("answer", answer)
        .query(Integer.class)
        .single();
  }

  /** Too many readers call a rung's letters spam: they wait for a person. True if they did not. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean pause(int rung) {
    return jdbc.sql(
                """
                update rung set mode = 'review', version = version + 1
                 where number = :rung and mode = 'live'
                """)
            .param("rung", rung)
            .update()
        == 1;
  }
}
