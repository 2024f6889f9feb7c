package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The customer list reads one row of each customer. That all of them say what the tables say is
 * asked after each test there is ({@code CopiesAgree}); here is what that does not see.
 */
@CoreTest
class CustomerRowsTest {

  @Autowired Stories stories;
  @Autowired CustomerLists customers;
  @Autowired RollUps rollUps;
  @Autowired MovableClock clock;
  @Autowired DataSource data;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void somebodyIsThere() {
    boss = stories.manager();
  }

  @Test
  void whatWasWrittenPastTheProgramIsSeenWithinAWeekOfNights() {
    stories.aCustomer("K-1").silentFor(10).save();
    JdbcClient.create(data).sql("update customer set city = 'Oslo', kind = 'bar'").update();
    JdbcClient.create(data).sql("delete from customer_value").update();
    assertThat(listed("kind=bar")).isEmpty();
    for (int night = 0; night < 7; night++) {
      rollUps.settle(clock.today().plusDays(night));
    }
    assertThat(listed("kind=bar")).containsExactly("Oslo, null");
  }

  @Test
  void aQuietTransactionWritesNoRow() {
    stories.aCustomer("K-1").silentFor(10).save();
    var before = written();
    jdbc.sql("update customer set city = city").update();
    assertThat(written()).isEqualTo(before);
    jdbc.sql("update customer set city = 'Oslo'").update();
    assertThat(written()).isNotEqualTo(before);
  }

  private List<String> listed(String query) {
    return customers.page(CustomerFilter.of(query), null, 50, boss).items().stream()
        .map(row -> row.city() + ", " + row.purchases())
        .toList();
  }

  private List<String> written() {
    return jdbc.sql("select xmin::text from customer_row").query(String.class).list();
  }
}
