package dev.winback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.Loading;
import dev.winback.testing.CoreTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A firm whose files came without numbers and addresses is told so, and no other one. */
@CoreTest
class ContactGapsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  @Autowired ContactGaps gaps;
  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @Test
  void aLoadSaysAtOnceHowManyNobodyCanReachAndTheNextOneThatTheyCanBe() {
    loading.load("customer,name,email,phone\n1,Anna,anna@example.org,\n2,Bert,,\n3,Carl,,\n");
    assertThat(gaps.wide()).contains(new ContactGap(3, 2));
    loading.load("customer,name,email,phone\n2,Bert,,0221 555001\n");
    assertThat(gaps.wide()).isEmpty();
  }

  @Test
  void theNightCountsAsALoadDoesAndOnceOnly() {
    loading.load("customer,name,email\n1,Anna,\n2,Bert,\n");
    gaps.settle(DAY);
    assertThat(gaps.settle(DAY)).as("nothing has changed").isZero();
    assertThat(gaps.wide()).contains(new ContactGap(2, 2));
    jdbc.sql("update customer set status = 'deceased' where ref = '2'").update();
    assertThat(gaps.settle(DAY)).isOne();
    assertThat(gaps.wide()).contains(new ContactGap(1, 1));
  }

  @Test
  void whoeverIsReachedByAPersonIsReached() {
    loading.load("customer,name,email\n1,Anna Ltd,\n2,Bert Ltd,\n");
    loading.load("customer,person,first_name,phone\n1,p,Ann,0221 555001\n2,q,Ben,\n");
    gaps.settle(DAY);
    assertThat(gaps.wide()).contains(new ContactGap(2, 1));
    jdbc.sql("update person set left_on = '2026-05-01'").update();
    gaps.settle(DAY);
    assertThat(gaps.wide()).contains(new ContactGap(2, 2));
  }

  @Test
  void aLoadOfAFewRowsIsLeftToTheNight() {
    var many = new StringBuilder("customer,name,email\n");
    for (int i = 1; i <= 300; i++) {
      many.append(i).append(",Customer ").append(i).append(",\n");
    }
    loading.load(many.toString());
    loading.load("customer,name,email\n1,Customer 1,one@example.org\n");
    assertThat(gaps.wide()).contains(new ContactGap(300, 300));
    gaps.settle(DAY);
    assertThat(gaps.wide()).contains(new ContactGap(300, 299));
  }
}
