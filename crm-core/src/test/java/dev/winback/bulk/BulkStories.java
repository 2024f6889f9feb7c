package dev.winback.bulk;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Stage;
import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Some customers who are lost, and a manager before their list. */
@CoreTest
abstract class BulkStories {

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired Bulks bulks;
  @Autowired Decisions decisions;
  @Autowired Lapses lapses;
  @Autowired dev.winback.customer.NonClients nonClients;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Actor manager;

  @BeforeEach
  void start() {
    manager = stories.manager();
  }

  List<LapseId> lost(int customers) {
    var lost = new ArrayList<CustomerId>();
    for (int i = 0; i < customers; i++) {
      lost.add(stories.aCustomer().silentFor(100 + i).save());
    }
    nightly.run(clock.today());
    return lost.stream().map(this::lapse).toList();
  }

  LapseId lapse(CustomerId customer) {
    return new LapseId(
        jdbc.sql("select id from lapse where customer_id = :customer order by number desc limit 1")
            .param("customer", customer.value())
            .query(Long.class)
            .single());
  }

  Stage stage(LapseId lapse) {
    return lapses.row(lapse, manager).stage();
  }

  List<Stage> stages(List<LapseId> some) {
    return some.stream().map(this::stage).toList();
  }
}
