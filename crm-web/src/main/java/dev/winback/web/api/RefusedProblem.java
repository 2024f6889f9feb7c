package dev.winback.web.api;

import dev.winback.shared.Refused;
import dev.winback.web.layout.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A refusal as a problem document: 422 with the field at fault, 409 where no field is. */
public final class RefusedProblem {

  private RefusedProblem() {}

  public static ProblemDetail of(Refused refused, Wording wording) {
    var status = refused.field() == null ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
    var problem = ProblemDetail.forStatusAndDetail(status, wording.of(refused.sentence()));
    if (refused.field() != null) {
      problem.setProperty("field", refused.field());
    }
    return problem;
  }
}
