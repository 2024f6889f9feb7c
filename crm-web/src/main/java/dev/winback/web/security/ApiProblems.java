package dev.winback.web.security;

import dev.winback.shared.Refused;
import dev.winback.staff.Scope;
import dev.winback.web.api.BodyTooLarge;
import dev.winback.web.api.RefusedProblem;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What the doors of the API tell a program that stays outside, as problem documents. */
@Component
class ApiProblems {

  private static final String CHALLENGE = "WWW-Authenticate";

  /** Seconds in which those who wait now have had their turn. */
  private static final String SOON = "5";

  private final Wording wording;
  private final ObjectMapper json;

  ApiProblems(Wording wording, ObjectMapper json) {
    this.wording = wording;
    this.json = json;
  }

  /**
   * A browser that is asked for a password sends it with each later request, from any page (Basic).
   */
  void noLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getHeader("Sec-Fetch-Mode") == null) {
      response.setHeader(CHALLENGE, "Basic realm=\"Winback\"");
    }
    response.addHeader(CHALLENGE, "Bearer realm=\"Winback\"");
    write(problem(HttpStatus.UNAUTHORIZED, "api.login"), response);
  }

  /** Another site acts by what a member once typed into his browser. */
  void foreign(HttpServletResponse response) throws IOException {
    write(problem(HttpStatus.FORBIDDEN, "api.foreign-site"), response);
  }

  /** The password was not looked at, and a moment later it may be. */
  void busy(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
    write(problem(HttpStatus.SERVICE_UNAVAILABLE, "api.login-busy"), response);
  }

  void wrongKey(HttpServletResponse response) throws IOException {
    response.setHeader(CHALLENGE, "Bearer realm=\"Winback\", error=\"invalid_token\"");
    write(problem(HttpStatus.UNAUTHORIZED, "api.wrong-key"), response);
  }

  void missingScope(Scope scope, HttpServletResponse response) throws IOException {
    response.setHeader(
        CHALLENGE,
        "Bearer realm=\"Winback\", error=\"insufficient_scope\", scope=\"" + scope.code() + "\"");
    var problem = problem(HttpStatus.FORBIDDEN, "api.missing-scope", scope.code());
    problem.setProperty("scope", scope.code());
    write(problem, response);
  }

  /** More than a body may have, whatever is in it. */
  void tooLarge(HttpServletResponse response) throws IOException {
    write(
        problem(HttpStatus.CONTENT_TOO_LARGE, "refused.body-large", BodyTooLarge.MOST_MEGABYTES),
        response);
  }

  void refused(Refused refused, HttpServletResponse response) throws IOException {
    write(RefusedProblem.of(refused, wording), response);
  }

  private ProblemDetail problem(HttpStatus status, String key, Object... figures) {
    return ProblemDetail.forStatusAndDetail(status, wording.of(key, figures));
  }

  private void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
