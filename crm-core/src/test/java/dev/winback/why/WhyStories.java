package dev.winback.why;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Stage;
import dev.winback.staff.Actor;
import dev.winback.task.Desk;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One lost customer of a rep, and somebody who tells why. */
@CoreTest
abstract class WhyStories {

  @Autowired Findings findings;
  @Autowired Backgrounds backgrounds;
  @Autowired Statements statements;
  @Autowired Questions questions;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Actor manager;
  Actor rep;
  CustomerId customer;
  LapseId lapse;

  @BeforeEach
  void aLostCustomer() {
    manager = stories.manager();
    rep = stories.rep("rita");
    customer = stories.aCustomer("K-1").silentFor(95).save();
    lapse = desk.lapse(customer, rep, "1000", Stage.LOST);
  }

  /** Names and texts in turn. */
  static Telling telling(String... pairs) {
    var said = new java.util.HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      said.put(pairs[i], pairs[i + 1]);
    }
    return Telling.of(said, List.of());
  }

  Finding known() {
    return findings.of(lapse, manager).orElseThrow();
  }

  long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  List<Map<String, Object>> log() {
    return jdbc.sql("select kind, member_id from lapse_event order by id").query().listOfRows();
  }
}
