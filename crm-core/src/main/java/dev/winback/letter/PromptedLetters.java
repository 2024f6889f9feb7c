package dev.winback.letter;

import dev.winback.customer.CustomersMoved;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  private static final String OUTLOOK = Gate.beforehand("prompt-outlook.sql");
  private static final String END = Sql.of(PromptedLetters.class, "prompt-end.sql");
  private static final String DRAW = Sql.of(PromptedLetters.class, "prompt-draw.sql");
  private static final String MOVE = Sql.of(PromptedLetters.class, "prompt-move.sql");

  private final JdbcClient jdbc;
  private final Gate gate;
  private final MarginFloor floor;
  private final BusinessClock clock;

  PromptedLetters(JdbcClient jdbc, Gate gate, MarginFloor floor, BusinessClock clock) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.floor = floor;
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
    settle(Map.of("letters", written.toArray(Long[]::new)));
    return written.size();
  }

  /**
   * What would become of a letter of this rung to each of these customers, by reason; those whom
   * the same words have reached count as written to.
   */
  @Transactional(readOnly = true)
  public List<ReasonCount> outlook(int rung, String about, Collection<Long> customers) {
    gate.keepPlans();
    return gate.ask(OUTLOOK, customers.toArray(Long[]::new))
        .param("rung", rung)
        .param("about", about)
        .query(ReasonCount.class)
        .list();
  }

  /** Asks the gate anew about all that wait; the number that waits or ends for a reason. */
  public int judge() {
    return judge(Map.of());
  }

  /** The same of a kind that was turned on or off. */
  int judge(int rung) {
    return judge(Map.of("rung", rung));
  }

  /** The same of the letters of one publication. */
  public int judgeNews(long news) {
    return judge(Map.of("news", news));
  }

  /** The same of these prompts; the number that waits or ends for a reason. */
  public int judge(Collection<Long> prompts) {
    return prompts.isEmpty() ? 0 : judge(Map.of("prompts", prompts.toArray(Long[]::new)));
  }

  private int judge(Map<String, Object> whose) {
    int held = hold(asking(ASK, whose).query(Long.class).list());
    return held + settle(whose);
  }

  private int hold(List<Long> letters) {
    if (letters.isEmpty()) {
      return 0;
    }
    var ids = letters.toArray(Long[]::new);
    int held = gate.hold("", ids) + floor.hold(ids);
    jdbc.sql(DRAW).param("ids", ids).query(Integer.class).single();
    return held;
  }

  /** Ends what became over by the minute, and moves what fell outside of the hours. */
  public int settle() {
    return settle(Map.of("minute", true));
  }

  /** Ends the letters of a publication that was withdrawn. */
  public int settleNews(long news) {
    return settle(Map.of("news", news));
  }

  private int settle(Map<String, Object> whose) {
    return asking(MOVE, whose).update() + asking(END, whose).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec asking(String sql, Map<String, Object> whose) {
    return jdbc.sql(Pieces.asked(sql, whose))
        .params(whose)
        .param("now", clock.utc())
        .param("zone", clock.getZone().getId());
  }

  /** A customer's undo asks about his letters and nobody else's. */
  @EventListener
  void resume(LapsesReopened reopened) {
    var lapses = Sql.array(reopened.lapses(), LapseId::value);
    judge(Map.of("lapses", lapses));
  }

  @EventListener
  @Order(CustomersMoved.LETTERS)
  void judge(CustomersMoved moved) {
    judge(Map.of("customers", moved.customerKeys()));
  }
}
