package dev.winback.report;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One loss as people see it: its facts, and the dossier that is looked at before anybody acts. */
@Service
@Transactional(readOnly = true)
public class LapsePages {

  /** Rows of each list; the customer's time line has them all. */
  public static final int ROWS = 10;

  private static final String LAPSE =
      Sql.of(LapsePages.class, "lapse.sql")
          .replace("/*visible*/", Visible.CUSTOMER)
          .replace("/*left*/", Sql.of(LapsePages.class, "left.sql"));
  private static final String PURCHASES = Sql.of(LapsePages.class, "dossier-purchases.sql");
  private static final String GOODS = Sql.of(LapsePages.class, "dossier-goods.sql");
  private static final String SERVED = Sql.of(LapsePages.class, "dossier-served.sql");
  private static final String COMPLAINTS = Sql.of(LapsePages.class, "dossier-complaints.sql");
  private static final String REQUESTS = Sql.of(LapsePages.class, "dossier-requests.sql");
  private static final String MARKS = Sql.of(LapsePages.class, "dossier-marks.sql");
  private static final String REFERRALS = Sql.of(LapsePages.class, "dossier-referrals.sql");

  private final JdbcClient jdbc;
  private final Signals signals;
  private final CustomerPages customers;
  private final BusinessClock clock;

  LapsePages(JdbcClient jdbc, Signals signals, CustomerPages customers, BusinessClock clock) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.customers = customers;
    this.clock = clock;
  }

  /** Not found when there is none, or none that this member may see. */
  public LapseFacts facts(LapseId lapse, Actor actor) {
    return jdbc.sql(LAPSE)
        .param("id", lapse.value())
        .param("day", signals.asOf())
        .param("today", clock.today())
        .param("notes", actor.may(Permission.READ_CALL_NOTES))
        .params(Visible.to(actor))
        .query(LapseFacts.class)
        .optional()
        .orElseThrow(() -> new NotFound("lapse"));
  }

  public Dossier dossier(LapseFacts lapse) {
    return new Dossier(
        list(PURCHASES, lapse, Dossier.Bought.class),
        list(GOODS, lapse, Dossier.Good.class),
        list(SERVED, lapse, Dossier.Served.class),
        complaints(lapse.customer()),
        list(REQUESTS, lapse, Dossier.Asked.class),
        list(REFERRALS, lapse, Dossier.Brought.class),
        earlier(lapse),
        list(MARKS, lapse, Dossier.Mark.class));
  }

  /** The latest complaints of a customer, for whoever has looked at his page. */
  public List<Dossier.Complained> complaints(CustomerId customer) {
    return jdbc.sql(COMPLAINTS)
        .param("customer", customer.value())
        .param("limit", ROWS)
        .query(Dossier.Complained.class)
        .list();
  }

  private <T> List<T> list(String sql, LapseFacts lapse, Class<T> row) {
    return jdbc.sql(sql)
        .param("customer", lapse.customerId())
        .param("zone", clock.getZone().getId())
        .param("since", lapse.silentSince())
        .param("limit", ROWS)
        .query(row)
        .list();
  }

  private List<LapseLine> earlier(LapseFacts lapse) {
    return customers.lapses(lapse.customer()).stream()
        .filter(line -> line.number() < lapse.number())
        .toList();
  }
}
