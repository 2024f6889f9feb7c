package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CAL-28: a call may end in an appointment with its place, which the member's calendar shows. */
@CoreTest
class AppointmentsTest {

  @Autowired Tasks tasks;
  @Autowired Appointments appointments;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  private Actor rep;
  private TaskId meeting;

  @BeforeEach
  void aMeetingIsAgreed() {
    rep = stories.rep("rep");
    var logged =
        tasks.log(
            desk.call(rep),
            new CallLog(
                    CallResult.APPOINTMENT, "", null, null, null, "2026-06-05T10:00", false, null)
                .with(null, "At his works"),
            rep);
    meeting = Objects.requireNonNull(logged.nextTask());
  }

  @Test
  void itHasItsPlaceAndItsMoment() {
    var one = appointments.one(meeting, rep);
    assertThat(one.place()).isEqualTo("At his works");
    assertThat(one.at()).isEqualTo("2026-06-05T08:00:00Z");
    assertThatThrownBy(() -> appointments.one(meeting, stories.rep("rep2")))
        .isInstanceOf(NotFound.class);
    assertThat(appointments.one(meeting, stories.manager()).kind()).isEqualTo("meeting");
  }

  /** A talk, or a promise, for which the customer named a time is an appointment like another. */
  @Test
  void eachStepWithATimeIsInTheCalendarAndOneWithoutIsNot() {
    var next = "2026-06-08T15:30";
    var called = tasks.log(desk.call(rep), next(CallResult.CALL_BACK_AT, next), rep);
    var talked = tasks.log(desk.call(rep), next(CallResult.THINKING, next), rep);
    var promised = tasks.log(desk.call(rep), next(CallResult.PROMISED, next), rep);
    var someday = tasks.log(desk.call(rep), next(CallResult.THINKING, "2026-06-08"), rep);
    assertThat(appointments.of(appointments.open(rep)))
        .extracting(Appointment::task)
        .containsExactly(meeting.value(), number(called), number(talked), number(promised));
    assertThatThrownBy(() -> appointments.one(new TaskId(number(someday)), rep))
        .isInstanceOf(NotFound.class);
  }

  private static CallLog next(CallResult result, String next) {
    return new CallLog(result, "", null, null, null, next, false, null);
  }

  private static long number(Logged logged) {
    return Objects.requireNonNull(logged.nextTask()).value();
  }

  @Test
  void theAddressShowsOwnAppointmentsUntilItIsRevokedOrMadeAnew() {
    assertThat(appointments.feed(rep)).isEmpty();
    var first = appointments.open(rep);
    assertThat(appointments.of(first))
        .extracting(Appointment::task)
        .containsExactly(meeting.value());
    assertThat(appointments.feed(rep)).isPresent();
    var second = appointments.open(rep);
    assertThatThrownBy(() -> appointments.of(first)).isInstanceOf(NotFound.class);
    assertThat(appointments.of(second)).hasSize(1);
    assertThat(appointments.of(appointments.open(stories.rep("rep2")))).isEmpty();
    appointments.close(rep);
    assertThatThrownBy(() -> appointments.of(second)).isInstanceOf(NotFound.class);
  }

  @Test
  void aForgedAddressAndThatOfWhoLeftShowNothing() {
    var token = appointments.open(rep);
    var forged = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
    for (var wrong : new String[] {forged, "", "x", token + "x", token.substring(0, 11)}) {
      assertThatThrownBy(() -> appointments.of(wrong)).isInstanceOf(NotFound.class);
    }
    jdbc.sql("update member set active = false where id = :id").param("id", rep.member()).update();
    assertThatThrownBy(() -> appointments.of(token)).isInstanceOf(NotFound.class);
    jdbc.sql("update member set active = true, role = 'MARKETING' where id = :id")
        .param("id", rep.member())
        .update();
    assertThatThrownBy(() -> appointments.of(token))
        .as("who calls nobody any more")
        .isInstanceOf(NotFound.class);
  }
}
