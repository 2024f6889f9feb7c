package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.testing.CoreTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I14: the program and the database mean the same hour by each zone that is taken. */
@CoreTest
class AlikeZonesTest {

  /** Summer and winter on both halves of the earth. */
  private static final List<Instant> MOMENTS =
      List.of(Instant.parse("2021-01-15T12:00:00Z"), Instant.parse("2021-07-15T12:00:00Z"));

  @Autowired JdbcClient jdbc;

  @Test
  void bothMeanTheSameHourByEachZoneThatIsTaken() {
    var offsets = Stream.of("UTC+3", "GMT-5", "+03:00", "-09", "UT+1", "UTC", "GMT", "Z", "+00:00");
    var differ = new TreeMap<String, String>();
    Stream.concat(offsets, ZoneId.getAvailableZoneIds().stream())
        .forEach(
            name -> {
              var taken = Zones.taken(name);
              if (taken != null) {
                for (var moment : MOMENTS) {
                  var java = LocalDateTime.ofInstant(moment, ZoneId.of(name));
                  if (!java.equals(database(moment, taken.getId()))) {
                    differ.put(name, taken.getId() + " " + java);
                  }
                }
              }
            });
    assertThat(differ).isEmpty();
  }

  private LocalDateTime database(Instant moment, String zone) {
    return jdbc.sql(
            "select cast(:at as timestamptz) at time zone zone_or(:zone, 'Antarctica/Troll')")
        .param("at", Timestamp.from(moment))
        .param("zone", zone)
        .query(LocalDateTime.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+05:30", "UTC-03:30", "+15:00", "-13:00", "Mars/Olympus", "noon"})
  void whatTheyWouldReadDifferentlyIsNotTaken(String name) {
    assertThat(Zones.taken(name)).isNull();
  }

  @Test
  void theFirmsZoneStopsTheStartWhenTheyWouldReadItDifferently() {
    assertThat(Zones.firm(ZoneId.of("UTC+2")).getId()).isEqualTo("Etc/GMT-2");
    assertThat(Zones.firm(ZoneId.of("Europe/Berlin")).getId()).isEqualTo("Europe/Berlin");
    assertThatThrownBy(() -> Zones.firm(ZoneId.of("UTC+05:30")))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("winback.zone")
        .hasMessageContaining("UTC+05:30");
  }
}
