package dev.winback.web.testing;

import dev.winback.letter.LetterOutcomes;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters of a hundred days ago and losses kept back from them, of the first rung; who came back
 * did so a day later with an order of 100. As the night of today leaves them.
 */
public final class Arms {

  private final JdbcClient jdbc;
  private final LetterOutcomes outcomes;
  private final LocalDate today;
  private final LocalDate sent;

  public Arms(JdbcClient jdbc, LetterOutcomes outcomes, LocalDate today) {
    this.jdbc = jdbc;
    this.outcomes = outcomes;
    this.today = today;
    sent = today.minusDays(100);
  }

  public void make(int treated, int treatedBack, int kept, int keptBack) {
    add("TREATED", "SENT", treated, treatedBack);
    add("KEPT", "CONTROL", kept, keptBack);
    outcomes.settle(today);
  }

  private void add(String prefix, String state, int heads, int back) {
    jdbc.sql(
            """
            with c as (
              insert into customer (ref) select :prefix || '-' || n from generate_series(1, :heads) n
              returning id, split_part(ref, '-', 2)::int as n),
            p as (
              insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
              select id, 'story', 'arm' || id, (:sent + 1)::timestamp, 100, 'EUR', 'paid' from c where n <= :back
              returning id, customer_id),
            l as (
              insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency,
                                 returned_on, return_purchase_id, credit)
              select c.id, 1, case when p.id is null then 'LOST' else 'RETURNED' end, :sent - 10, 'silent', :sent - 100, 500, 'EUR',
                     case when p.id is not null then :sent + 1 end, p.id, case when p.id is not null then 'none' end
                from c left join p on p.customer_id = c.id
              returning id, customer_id)
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, planned_at, sent_at, hold_reason)
            select id, customer_id, 1, :state, 10, 1, :sent, :sent::timestamp, case when :state = 'SENT' then :sent::timestamp end,
                   case when :state = 'CONTROL' then 'CONTROL' end
              from l
            """)
        .param("prefix", prefix)
        .param("heads", heads)
        .param("back", back)
        .param("state", state)
        .param("sent", sent)
        .update();
  }
}
