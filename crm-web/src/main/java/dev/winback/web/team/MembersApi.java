package dev.winback.web.team;

import dev.winback.staff.Actor;
import dev.winback.team.Teams;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report of members (MEA-03) under its name among the reports; the same as the team's. */
@RestController
class MembersApi {

  private final Teams teams;

  MembersApi(Teams teams) {
    this.teams = teams;
  }

  record Members(List<TeamApi.Line> items) {}

  @GetMapping("/api/v1/reports/members")
  Members members(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Actor actor) {
    return new Members(TeamApi.Line.all(teams, from, to, actor));
  }
}
