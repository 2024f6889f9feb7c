package dev.winback.web.importing;

import dev.winback.web.layout.Wording;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.ObjectMapper;

/**
 * Answers who sends more than a file may have with a sentence, before a byte of it is read: the
 * server itself closes the door without a word.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LargeUploads extends OncePerRequestFilter {

  private final long most;
  private final Wording wording;
  private final ObjectMapper json;

  LargeUploads(
      @Value("${spring.servlet.multipart.max-request-size}") DataSize most,
      Wording wording,
      ObjectMapper json) {
    this.most = most.toBytes();
    this.wording = wording;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() <= most) {
      chain.doFilter(request, response);
    } else if (request.getRequestURI().startsWith("/api/")) {
      refuse(response);
    } else {
      response.sendRedirect("/settings/imports?larger=true");
    }
  }

  private void refuse(HttpServletResponse response) throws IOException {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.CONTENT_TOO_LARGE, wording.of("refused.import-large"));
    problem.setProperty("field", "file");
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
