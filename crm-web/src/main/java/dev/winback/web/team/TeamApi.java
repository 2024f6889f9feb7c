package dev.winback.web.team;

import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.team.PinNotes;
import dev.winback.team.TeamFilter;
import dev.winback.team.TeamLine;
import dev.winback.team.Teams;
import dev.winback.team.WorkKind;
import dev.winback.team.WorkLists;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.aftercare.Cared;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The team's figures, their names, and words on calls, for scripts. */
@RestController
@RequestMapping("/api/v1/team")
class TeamApi {

  private static final int LARGEST_PAGE = 500;

  private final Teams teams;
  private final WorkLists lists;
  private final PinNotes pins;
  private final CareShown care;

  TeamApi(Teams teams, WorkLists lists, PinNotes pins, CareShown care) {
    this.care = care;
    this.teams = teams;
    this.lists = lists;
    this.pins = pins;
  }

  /** Money is a decimal string in the firm's currency. */
  record Line(
      String member,
      boolean active,
      long customers,
      long base,
      long lostCustomers,
      long lost,
      long inherited,
      long open,
      long attempts,
      long talks,
      long appointments,
      long offers,
      long kept,
      long broken,
      long returned,
      String money,
      String share,
      String currency) {

    /** Of these days, or of as many as the purchases of the firm ask for. */
    static List<Line> all(Teams teams, @Nullable String from, @Nullable String to, Actor actor) {
      var currency = teams.currency();
      return teams.lines(new TeamFilter(null, from, to, null), actor).stream()
          .map(line -> of(line, currency))
          .toList();
    }

    private static Line of(TeamLine l, String currency) {
      return new Line(
          l.login(),
          l.active(),
          l.customers(),
          l.base(),
          l.losers(),
          l.lost(),
          l.inherited(),
          l.open(),
          l.attempts(),
          l.talks(),
          l.appointments(),
          l.offers(),
          l.kept(),
          l.broken(),
          l.returned(),
          plain(l.money()),
          plain(l.share()),
          currency);
    }
  }

  record WordRequest(
      @Nullable String positive, @Nullable String interesting, @Nullable String negative) {}

  record Written(String id) {}

  @GetMapping
  List<Line> lines(
      @RequestParam @Nullable String from, @RequestParam @Nullable String to, Actor actor) {
    return Line.all(teams, from, to, actor);
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString();
  }

  @GetMapping("/work")
  Paged<Cared<WorkJson>> work(
      @RequestParam(defaultValue = "promises") String kind,
      TeamFilter filter,
      @RequestParam @Nullable String after,
      @RequestParam(defaultValue = "50") int limit,
      Actor actor) {
    actor.require(Permission.SEE_TEAM);
    var asked =
        Arrays.stream(WorkKind.values())
            .filter(one -> one.code().equals(kind))
            .findFirst()
            .orElseThrow(() -> Refused.field("kind", "team.refused.state", kind));
    var page = lists.page(asked, filter, after, limit(limit), actor);
    var rows = new Paged<>(page.items().stream().map(WorkJson::of).toList(), page.next());
    return care.marked(rows, WorkJson::ref);
  }

  @GetMapping("/feedback")
  Paged<Cared<WordJson>> words(
      @RequestParam @Nullable String member,
      @RequestParam @Nullable String after,
      @RequestParam(defaultValue = "50") int limit,
      Actor actor) {
    var page = pins.page(member, after, limit(limit), actor);
    var rows = new Paged<>(page.items().stream().map(WordJson::of).toList(), page.next());
    return care.marked(rows, WordJson::ref);
  }

  private static int limit(int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw Refused.field("limit", "refused.limit", LARGEST_PAGE, limit);
    }
    return limit;
  }

  @PostMapping("/calls/{call}/feedback")
  @ResponseStatus(HttpStatus.CREATED)
  Written say(@PathVariable long call, @RequestBody WordRequest word, Actor actor) {
    long id =
        pins.write(
            call, text(word.positive()), text(word.interesting()), text(word.negative()), actor);
    return new Written(Long.toString(id));
  }

  @DeleteMapping("/feedback/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unsay(@PathVariable long id, Actor actor) {
    pins.undo(id, actor);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
