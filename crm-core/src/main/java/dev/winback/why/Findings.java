package dev.winback.why;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.reason.Reasons;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Why a customer left, as far as somebody knows (UND-05 to UND-11, UND-17, UND-18, UND-21). */
@Service
@Transactional
public class Findings {

  private static final String FORGET = Sql.of(Findings.class, "forget.sql");

  private final FindingRows rows;
  private final Lapses lapses;
  private final Reasons reasons;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Findings(
      FindingRows rows,
      Lapses lapses,
      Reasons reasons,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.lapses = lapses;
    this.reasons = reasons;
    this.jdbc = jdbc;
    this.events = events;
  }

  /** A person tells; the same again changes nothing. */
  public void tell(LapseId lapse, Telling telling, Actor actor) {
    boolean told = tell(lapse, telling, SaidBy.GUESS, new FindingRows.Source(actor, null));
    if (!told && telling.blank()) {
      throw Refused.field("stated", "why.refused.blank");
    }
  }

  /** Learnt in a call; nothing told is nothing learnt. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tellByCall(LapseId lapse, Telling telling, long call, Actor actor) {
    if (!telling.nothing()) {
      tell(lapse, telling, SaidBy.CUSTOMER, new FindingRows.Source(actor, call));
    }
  }

  /** The customer answered a survey; null: himself, through the form. The finding, if it is new. */
  @Transactional(propagation = Propagation.MANDATORY)
  public @Nullable Long tellBySurvey(LapseId lapse, Telling telling, @Nullable Actor actor) {
    boolean told = tell(lapse, telling, SaidBy.CUSTOMER, new FindingRows.Source(actor, null));
    return told ? rows.known(lapse).map(Finding::id).orElse(null) : null;
  }

  /** Whether it was anything new. */
  private boolean tell(LapseId lapse, Telling telling, SaidBy unsaid, FindingRows.Source source) {
    var customer = lapses.learn(lapse, source.actor());
    var before = rows.known(lapse);
    var overlay = new Overlay(before.orElse(null), telling, unsaid);
    if (overlay.nothingNew()) {
      return false;
    }
    overlay.reasons().forEach(reasons::requireChoice);
    rows.add(lapse, customer, overlay, source);
    lapses.know(customer);
    log(lapse, overlay, source.actor());
    events.publishEvent(new FindingTold(lapse, customer));
    return true;
  }

  private void log(LapseId lapse, Overlay overlay, @Nullable Actor actor) {
    var detail =
        Map.of(
            "said", overlay.said().stream().map(FindingField::code).toList(),
            "code", String.valueOf(overlay.reason()));
    lapses.learnt(lapse, "reason", detail, actor);
  }

  /** Takes back what was told last; refused when something was told since. */
  public void undo(LapseId lapse, long finding, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var customer = lapses.learn(lapse, actor);
    var row =
        rows.history(lapse).stream()
            .filter(f -> f.id() == finding)
            .findFirst()
            .orElseThrow(() -> new NotFound("finding"));
    if (row.undone()) {
      return;
    }
    if (!row.current()) {
      throw new Refused("why.refused.undo");
    }
    undo(row, customer, actor);
  }

  private void undo(Finding row, CustomerId customer, Actor actor) {
    rows.undo(row);
    lapses.know(customer);
    var lapse = new LapseId(row.lapse());
    lapses.learnt(lapse, "reason-undone", Map.of("finding", row.id()), actor);
    events.publishEvent(new FindingTold(lapse, customer));
  }

  /**
   * What was learnt by an answer goes with the answer, unless somebody has told something since.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void undoIfLast(LapseId lapse, long finding, Actor actor) {
    var customer = lapses.requireVisible(lapse, actor);
    rows.history(lapse).stream()
        .filter(f -> f.id() == finding && f.current())
        .findFirst()
        .ifPresent(row -> undo(row, customer, actor));
  }

  /** The call was a mistake: what was learnt in it was not. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void undoCall(LapseId lapse, long call, CustomerId customer, Actor actor) {
    jdbc.sql("select id from finding where call_id = :call and undone_at is null")
        .param("call", call)
        .query(Long.class)
        .optional()
        .flatMap(id -> rows.history(lapse).stream().filter(f -> f.id() == id).findFirst())
        .ifPresent(row -> undo(row, customer, actor));
  }

  /** What is known now; empty when nobody has asked. */
  @Transactional(readOnly = true)
  public Optional<Finding> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return rows.known(lapse).map(finding -> readable(finding, actor));
  }

  /** Everything that was ever told of the loss, the newest first. */
  @Transactional(readOnly = true)
  public List<Finding> history(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return rows.history(lapse).stream().map(finding -> readable(finding, actor)).toList();
  }

  private static Finding readable(Finding finding, Actor actor) {
    return actor.may(Permission.READ_CALL_NOTES) ? finding : finding.withoutWords();
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
    lapses.know(erased.customer());
  }
}
