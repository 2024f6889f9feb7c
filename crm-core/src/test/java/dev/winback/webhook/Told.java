package dev.winback.webhook;

import dev.winback.staff.Actor;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An address in a test, and what it was told. */
public final class Told {

  private Told() {}

  /** An address that every check would refuse, so that a test needs no net. */
  public static long address(JdbcClient jdbc, String url, String events) {
    return jdbc.sql(
            """
            insert into webhook (url, events, secret) values (:url, :events, decode(repeat('07', 32), 'hex'))
            returning id
            """)
        .param("url", url)
        .param("events", events)
        .query(Long.class)
        .single();
  }

  public static List<String> types(JdbcClient jdbc) {
    return jdbc.sql("select type from webhook_delivery order by id").query(String.class).list();
  }

  public static List<String> bodies(JdbcClient jdbc) {
    return jdbc.sql("select body::text from webhook_delivery order by id")
        .query(String.class)
        .list();
  }

  /** So many messages by the button. */
  public static void test(Deliveries deliveries, long webhook, int times, Actor actor) {
    for (int i = 0; i < times; i++) {
      deliveries.test(webhook, actor);
    }
  }
}
