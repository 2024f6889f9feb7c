package dev.winback.worth;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.why.Findings;
import dev.winback.why.Telling;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A firm with history enough for a model, of which one customer is lost after ten purchases. */
@CoreTest
abstract class WorthStories {

  static final LocalDate DAY = MovableClock.START;

  @Autowired NightlyRun nightly;
  @Autowired Worths worths;
  @Autowired Considerations considerations;
  @Autowired Costs costs;
  @Autowired Findings findings;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  Actor manager;
  Actor rep;
  CustomerId lost;

  @BeforeEach
  void aFirm() {
    manager = stories.manager();
    rep = stories.rep("rita");
    lost = stories.aCustomer("LOST").ownedBy(rep).buyingEvery(30).times(10).silentFor(150).save();
    jdbc.sql(
            "update customer set phone = '+4930123456', phone_e164 = '+4930123456' where ref = 'LOST'")
        .update();
  }

  /** Sixty more who buy at different paces, a third of them silent for long. */
  void history() {
    for (int i = 0; i < 60; i++) {
      int silent = i % 3 == 0 ? 120 + i : 5 + i;
      stories
          .aCustomer("C-" + i)
          .buyingEvery(20 + i % 25)
          .times(2 + i % 7)
          .silentFor(silent)
          .save();
    }
  }

  void night() {
    nightly.run(DAY);
  }

  LapseId lapse() {
    return jdbc.sql("select id from lapse where customer_id = :c order by id desc limit 1")
        .param("c", lost.value())
        .query((row, n) -> new LapseId(row.getLong(1)))
        .single();
  }

  Explanation explained() {
    return worths.of(lapse(), manager).orElseThrow();
  }

  double chance() {
    return explained().worth().chance();
  }

  /** Names and texts in turn. */
  void told(String... pairs) {
    var said = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      said.put(pairs[i], pairs[i + 1]);
    }
    findings.tell(lapse(), Telling.of(said, List.of()), manager);
  }

  Map<String, Object> stored() {
    return jdbc.sql("select * from lapse_worth where lapse_id = :l")
        .param("l", lapse().value())
        .query()
        .singleRow();
  }
}
