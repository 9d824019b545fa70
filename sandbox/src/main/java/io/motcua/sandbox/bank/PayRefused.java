package io.motcua.sandbox.bank;

/** A request to pay that this bank does not take. */
final class PayRefused extends RuntimeException {

    private final PayProblem problem;

    PayRefused(PayProblem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    PayProblem problem() {
        return problem;
    }
}
