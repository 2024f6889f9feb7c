package dev.winback.value;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The rows of {@code buying_model}. */
@Component
class ModelStore {

  private static final String SAVE = Sql.of(ModelStore.class, "save.sql");

  /** Of a later day only where there is no other: the business date has gone back behind it. */
  private static final String NEWEST = " order by day <= :today desc, day desc limit 1";

  /** The part of {@link Fitted.Parts} that one column holds. */
  record Parameters(Cnbd ranking, Cnbd timing, double medianGap) {}

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ObjectMapper json;

  ModelStore(JdbcClient jdbc, BusinessClock clock, ObjectMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  /** The model that was in force before this day. */
  Optional<Fitted> inForceBefore(LocalDate day) {
    return newest("where in_force and day < :day", day);
  }

  Optional<Fitted> inForce() {
    return newest("where in_force", LocalDate.EPOCH);
  }

  /** What the last night found, in force or not. */
  Optional<Fitted> last() {
    return newest("", LocalDate.EPOCH);
  }

  private Optional<Fitted> newest(String where, LocalDate day) {
    return jdbc.sql("select * from buying_model " + where + NEWEST)
        .param("day", day)
        .param("today", clock.today())
        .query((row, n) -> fitted(row))
        .optional();
  }

  private Fitted fitted(ResultSet row) throws SQLException {
    return new Fitted(
        row.getObject("day", LocalDate.class),
        ModelState.valueOf(row.getString("state")),
        doubts(row),
        row.getInt("customers"),
        row.getInt("repeaters"),
        row.getDouble("share"),
        row.getString("parameters") == null ? null : parts(row),
        read(row, "back_test", BackTest.class));
  }

  private static List<Doubt> doubts(ResultSet row) throws SQLException {
    var codes = (String[]) row.getArray("doubts").getArray();
    return Arrays.stream(codes).map(Doubt::valueOf).toList();
  }

  private Fitted.Parts parts(ResultSet row) throws SQLException {
    var parameters = json.readValue(row.getString("parameters"), Parameters.class);
    return new Fitted.Parts(
        parameters.ranking(),
        parameters.timing(),
        row.getDouble("log_likelihood"),
        parameters.medianGap(),
        read(row, "spend", SpendModel.class),
        read(row, "first_gaps", FirstGaps.class),
        json.readValue(row.getString("chance"), Chance.class));
  }

  private <T> @Nullable T read(ResultSet row, String column, Class<T> type) throws SQLException {
    var text = row.getString(column);
    return text == null ? null : json.readValue(text, type);
  }

  /** Answers the rows written: 0 when the night says the same again. */
  int save(Fitted fitted, boolean inForce) {
    var parts = fitted.parts();
    return jdbc.sql(SAVE)
        .param("day", fitted.day())
        .param("in_force", inForce)
        .param("state", fitted.state().name())
        .param("doubts", codes(fitted.doubts()))
        .param("customers", fitted.customers())
        .param("repeaters", fitted.repeaters())
        .param("share", fitted.share())
        .param("k", parts == null ? null : parts.timing().k())
        .param("log_likelihood", parts == null ? null : parts.logLikelihood())
        .param("parameters", parts == null ? null : json.writeValueAsString(parameters(parts)))
        .param("spend", parts == null ? null : written(parts.spend()))
        .param("first_gaps", parts == null ? null : written(parts.firstGaps()))
        .param("chance", parts == null ? null : written(parts.chance()))
        .param("back_test", written(fitted.backTest()))
        .update();
  }

  private static String codes(List<Doubt> doubts) {
    return Sql.array(doubts, Doubt::name);
  }

  private static Parameters parameters(Fitted.Parts parts) {
    return new Parameters(parts.ranking(), parts.timing(), parts.medianGap());
  }

  private @Nullable String written(@Nullable Object part) {
    return part == null ? null : json.writeValueAsString(part);
  }
}
