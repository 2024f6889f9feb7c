package dev.winback.letter;

import dev.winback.customer.CustomersMoved;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters that ask something: planned once for each invitation, judged by the gate of all letters,
 * sent by the same outbox; and the links by which they are answered.
 */
@Service
@Transactional
public class SurveyLetters {

  private static final String WRITE = Sql.of(SurveyLetters.class, "survey-write.sql");
  private static final String ASK = Sql.of(SurveyLetters.class, "survey-ask.sql");
  private static final String END = Sql.of(SurveyLetters.class, "survey-end.sql");
  private static final String HOLD = Gate.around("outbox-hold.sql");

  private final JdbcClient jdbc;
  private final Gate gate;
  private final SignedLinks links;
  private final BusinessClock clock;

  SurveyLetters(JdbcClient jdbc, Gate gate, SignedLinks links, BusinessClock clock) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.links = links;
    this.clock = clock;
  }

  /** Plans the letters of these invitations; whoever has one gets no second. How many. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int write(Collection<Long> invitations) {
    var written =
        jdbc.sql(WRITE)
            .param("invitations", invitations.toArray(Long[]::new))
            .param("day", clock.today())
            .query(Long.class)
            .list();
    hold(written);
    return written.size();
  }

  /** Asks the gate anew about all that wait; the number that waits or ends for a reason. */
  public int judge() {
    var asked =
        jdbc.sql(ASK)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .list();
    return hold(asked);
  }

  private int hold(List<Long> letters) {
    if (letters.isEmpty()) {
      return 0;
    }
    int held = gate.ask(HOLD, letters.toArray(Long[]::new)).param("node", "").update();
    jdbc.sql(END).update();
    return held;
  }

  @EventListener
  void resume(LapsesReopened reopened) {
    judge();
  }

  @EventListener
  @Order(CustomersMoved.LETTERS)
  void judge(CustomersMoved moved) {
    judge();
  }

  /** Where the invited customer answers, without a login. */
  public String link(long invitation) {
    return links.survey(invitation);
  }

  /** The invitation of a token; empty for a forged one. */
  public Optional<Long> invited(String token) {
    return links.invited(token);
  }
}
