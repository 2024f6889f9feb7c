package dev.winback.letter;

import dev.winback.customer.CustomersMoved;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters that a prompt brings about ({@link PromptKind}): planned once for each prompt, judged by
 * the gate of all letters, sent by the same outbox.
 */
@Service
@Transactional
public class PromptedLetters {

  private static final String WRITE = Sql.of(PromptedLetters.class, "prompt-write.sql");
  private static final String ASK = Sql.of(PromptedLetters.class, "prompt-ask.sql");
  private static final String END = Sql.of(PromptedLetters.class, "prompt-end.sql");
  private static final String DRAW = Sql.of(PromptedLetters.class, "prompt-draw.sql");
  private static final String MOVE = Sql.of(PromptedLetters.class, "prompt-move.sql");
  private static final String HOLD = Gate.around("outbox-hold.sql");

  private final JdbcClient jdbc;
  private final Gate gate;
  private final BusinessClock clock;

  PromptedLetters(JdbcClient jdbc, Gate gate, BusinessClock clock) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.clock = clock;
  }

  /** Plans the letters of these prompts; whichever has one gets no second. How many. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int write(Collection<Long> prompts) {
    if (prompts.isEmpty()) {
      return 0;
    }
    var written =
        jdbc.sql(WRITE)
            .param("prompts", prompts.toArray(Long[]::new))
            .param("day", clock.today())
            .query(Long.class)
            .list();
    hold(written);
    return written.size();
  }

  /** Asks the gate anew about all that wait; the number that waits or ends for a reason. */
  public int judge() {
    return hold(asking(ASK).query(Long.class).list());
  }

  /** Ends what is over, and moves what fell outside of the hours to the next opening. */
  public int settle() {
    return asking(MOVE).update() + asking(END).query(Integer.class).single();
  }

  private int hold(List<Long> letters) {
    int held = 0;
    if (!letters.isEmpty()) {
      var ids = letters.toArray(Long[]::new);
      held = gate.ask(HOLD, ids).param("node", "").update();
      jdbc.sql(DRAW).param("ids", ids).query(Integer.class).single();
    }
    return held + settle();
  }

  private JdbcClient.StatementSpec asking(String sql) {
    return jdbc.sql(sql).param("now", clock.instant().atOffset(ZoneOffset.UTC));
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
}
