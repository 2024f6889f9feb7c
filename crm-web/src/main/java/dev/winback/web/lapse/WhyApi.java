package dev.winback.web.lapse;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.UnchangedLapses;
import dev.winback.reason.Reason;
import dev.winback.reason.Reasons;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.api.IfMatch;
import dev.winback.web.layout.ReasonWords;
import dev.winback.why.Backgrounds;
import dev.winback.why.Findings;
import dev.winback.why.Looked;
import dev.winback.why.Statement;
import dev.winback.why.Statements;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Why a customer left, for scripts: the tree, what is known of a loss, who looked at what. */
@RestController
@RequestMapping("/api/v1")
class WhyApi {

  private final Findings findings;
  private final Backgrounds backgrounds;
  private final Statements statements;
  private final UnchangedLapses unchanged;
  private final Reasons reasons;
  private final ReasonWords words;
  private final LapseApi lapses;

  WhyApi(
      Findings findings,
      Backgrounds backgrounds,
      Statements statements,
      UnchangedLapses unchanged,
      Reasons reasons,
      ReasonWords words,
      LapseApi lapses) {
    this.findings = findings;
    this.backgrounds = backgrounds;
    this.statements = statements;
    this.unchanged = unchanged;
    this.reasons = reasons;
    this.words = words;
    this.lapses = lapses;
  }

  record Node(String code, String name, String branch, @Nullable String problem, boolean retired) {}

  record LookRequest(
      @Nullable Boolean purchases,
      @Nullable Boolean staff,
      @Nullable Boolean complaints,
      @Nullable String note) {}

  record WordsRequest(@Nullable String words) {}

  @GetMapping("/reasons")
  List<Node> tree(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return reasons.all().stream().map(this::node).toList();
  }

  private Node node(Reason reason) {
    var problem = reason.problem();
    return new Node(
        reason.code(),
        words.of(reason),
        reason.branch().code(),
        problem == null ? null : problem.code(),
        reason.retired());
  }

  @PostMapping("/lapses/{id}/reason")
  ResponseEntity<LapseJson> learnReason(
      @PathVariable LapseId id,
      @RequestBody ReasonRequest request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    unchanged.act(
        id, IfMatch.version(tag), actor, () -> findings.tell(id, request.toTelling(), actor));
    return lapses.one(id, actor);
  }

  @GetMapping("/lapses/{id}/reasons")
  List<WhyJson> history(@PathVariable LapseId id, Actor actor) {
    return findings.history(id, actor).stream().map(WhyJson::of).toList();
  }

  @DeleteMapping("/lapses/{id}/reasons/{finding}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@PathVariable LapseId id, @PathVariable long finding, Actor actor) {
    findings.undo(id, finding, actor);
  }

  /** Without a body all three were looked at. */
  @PostMapping("/lapses/{id}/background")
  ResponseEntity<LapseJson> look(
      @PathVariable LapseId id,
      @RequestBody(required = false) @Nullable LookRequest request,
      Actor actor) {
    backgrounds.look(id, looked(request), actor);
    return lapses.one(id, actor);
  }

  private static Looked looked(@Nullable LookRequest request) {
    return request == null
        ? Looked.ALL
        : new Looked(
            Boolean.TRUE.equals(request.purchases()),
            Boolean.TRUE.equals(request.staff()),
            Boolean.TRUE.equals(request.complaints()),
            request.note());
  }

  @GetMapping("/lapses/{id}/statements")
  List<Statement> statements(@PathVariable LapseId id, Actor actor) {
    return statements.of(id, actor);
  }

  @PostMapping("/lapses/{id}/statements")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Long> say(@PathVariable LapseId id, @RequestBody WordsRequest request, Actor actor) {
    var said = request.words() == null ? "" : request.words();
    return Map.of("id", statements.say(id, said, actor));
  }
}
