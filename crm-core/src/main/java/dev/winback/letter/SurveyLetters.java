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
    return judge(Map.of());
  }

  /** The same of one survey, which was closed or opened. */
  public int judgeSurvey(long survey) {
    return judge(Map.of("survey", survey));
  }

  /** The same of one invitation, which was answered or is open again. */
  public int judgeInvitation(long invitation) {
    return judge(Map.of("invitation", invitation));
  }

  private int judge(Map<String, Object> whose) {
    var asked =
        jdbc.sql(Pieces.asked(ASK, whose))
            .params(whose)
            .param("now", clock.utc())
            .param("zone", clock.getZone().getId())
            .query(Long.class)
            .list();
    return hold(asked);
  }

  private int hold(List<Long> letters) {
    if (letters.isEmpty()) {
      return 0;
    }
    var ids = letters.toArray(Long[]::new);
    int held = gate.hold("", ids);
    jdbc.sql(END).param("letters", ids).update();
    return held;
  }

  @EventListener
  void resume(LapsesReopened reopened) {
    judge(Map.of("lapses", Sql.array(reopened.lapses(), LapseId::value)));
  }

  @EventListener
  @Order(CustomersMoved.LETTERS)
  void judge(CustomersMoved moved) {
    judge(Map.of("customers", moved.customerKeys()));
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
