package dev.winback.web.purchase;

import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.importing.RowsRefused;
import dev.winback.shared.Refused;
import dev.winback.shared.Tally;
import dev.winback.staff.Actor;
import dev.winback.web.api.JsonRow;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;

/** One fact or an array of them, under the names of the CSV columns; all are stored or none. */
@RestController
@RequestMapping("/api/v1")
class FactsApi {

  private static final int MOST = 10_000;

  private final Facts facts;
  private final Wording wording;

  FactsApi(Facts facts, Wording wording) {
    this.facts = facts;
    this.wording = wording;
  }

  @PostMapping({
    "/customers",
    "/purchases",
    "/contacts",
    "/requests",
    "/complaints",
    "/carts",
    "/payments",
    "/referrals",
    "/refunds"
  })
  Tally record(
      @RequestBody JsonNode body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      HttpServletRequest request,
      Actor actor) {
    return facts.record(type(request), rows(body), key, actor);
  }

  /** The last word of the address, as it was matched and not as it was written. */
  private static ImportType type(HttpServletRequest request) {
    var address =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    var word = address.substring(address.lastIndexOf('/') + 1);
    return ImportType.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static List<Map<String, String>> rows(JsonNode body) {
    var rows = new ArrayList<Map<String, String>>();
    for (var fact : body.isArray() ? body : List.of(body)) {
      if (!fact.isObject()) {
        throw Refused.field("body", "refused.facts");
      }
      rows.add(JsonRow.of(fact));
    }
    if (rows.size() > MOST) {
      throw Refused.field("body", "refused.facts-many", MOST);
    }
    return rows;
  }

  @ExceptionHandler
  ProblemDetail refused(RowsRefused refused) {
    var first = refused.problems().get(0);
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, wording.of(first.sentence()));
    problem.setProperty("field", first.field());
    problem.setProperty("index", first.index());
    problem.setProperty("problems", refused.problems().stream().map(this::told).toList());
    return problem;
  }

  private record Told(int index, @Nullable String field, String code, String detail) {}

  private Told told(RowsRefused.Problem problem) {
    return new Told(
        problem.index(), problem.field(), problem.code(), wording.of(problem.sentence()));
  }
}
