package dev.winback.prompt;

import dev.winback.customer.CustomerErased;
import dev.winback.letter.PromptKind;
import dev.winback.letter.PromptedLetters;
import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what brings a letter about and has it written once: carts and news by the minute, the rest
 * by the night. A kind that is off finds nothing.
 */
@Service
@Transactional
public class Prompts {

  private static final String CARTS = Sql.of(Prompts.class, "cart-due.sql");
  private static final String KINDS = Sql.of(Prompts.class, "kinds.sql");
  private static final String CHECKS = Sql.of(Prompts.class, "fault-checks.sql");
  private static final String FORGET = Sql.of(Prompts.class, "forget.sql");

  private static final int SECOND = 2;
  private static final int MOST = 10;

  /** What the night looks for, in this order. */
  private static final Map<Integer, String> BY_NIGHT =
      new TreeMap<>(
          Map.of(
              PromptKind.REFERRAL.rung(), Sql.of(Prompts.class, "referral-due.sql"),
              PromptKind.SECOND_PURCHASE.rung(), Sql.of(Prompts.class, "second-due.sql"),
              PromptKind.ANNIVERSARY.rung(), Sql.of(Prompts.class, "anniversary-due.sql"),
              PromptKind.BIRTHDAY.rung(), Sql.of(Prompts.class, "birthday-due.sql"),
              PromptKind.FAULT.rung(), Sql.of(Prompts.class, "fault-due.sql")));

  private final JdbcClient jdbc;
  private final PromptedLetters letters;
  private final NewsPieces news;
  private final Audit audit;
  private final BusinessClock clock;

  Prompts(
      JdbcClient jdbc, PromptedLetters letters, NewsPieces news, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the minute brings; one node at a time, the others have nothing to do. Letters written. */
  public int work() {
    return AdvisoryLock.PROMPTS.taken(jdbc) ? letters.settle() + carts() + news.work() : 0;
  }

  private int carts() {
    return letters.write(
        jdbc.sql(CARTS)
            .param("now", clock.utc())
            .param("zone", clock.getZone().getId())
            .query(Long.class)
            .list());
  }

  /**
   * What the night finds, while no minute works; letters written, and those of before that now wait
   * for another reason.
   */
  public int plan(LocalDate day) {
    AdvisoryLock.PROMPTS.take(jdbc);
    int written = letters.judge();
    var on = jdbc.sql("select number from rung where mode <> 'off'").query(Integer.class).list();
    for (var kind : BY_NIGHT.entrySet()) {
      if (on.contains(kind.getKey())) {
        written += letters.write(found(kind.getValue(), day));
      }
    }
    return written;
  }

  private List<Long> found(String sql, LocalDate day) {
    return jdbc.sql(sql)
        .param("day", day)
        .param("zone", clock.getZone().getId())
        .query(Long.class)
        .list();
  }

  /** Every kind with what became of its letters; due is always the sum of the others. */
  @Transactional(readOnly = true)
  public List<KindRow> kinds(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return jdbc.sql(KINDS).query(KindRow.class).list();
  }

  /** Losses that are our fault, by the first of the five checks that is not met. */
  @Transactional(readOnly = true)
  public List<CheckCount> faultChecks(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return jdbc.sql(CHECKS).query(CheckCount.class).list();
  }

  /** The first check of LET-18 that a number of losses does not meet; null: they meet all. */
  public record CheckCount(@Nullable String missing, long losses) {}

  /** Up to which of his orders a customer is offered a discount on the next one (LET-29). */
  @Transactional(readOnly = true)
  public int lastOrder(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return jdbc.sql("select last_order from order_discount").query(Integer.class).single();
  }

  /** From the next night on; what it was before. */
  public int offerUpTo(int order, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    if (order < SECOND || order > MOST) {
      throw Refused.field("lastOrder", "letter.refused.range", order, SECOND, MOST);
    }
    int before = lastOrder(actor);
    jdbc.sql("update order_discount set last_order = :order").param("order", order).update();
    audit.note(actor, "edit", "order_discount", 1, Map.of("lastOrder", order));
    return before;
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
