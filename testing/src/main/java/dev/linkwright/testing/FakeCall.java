package dev.linkwright.testing;

import java.nio.file.FileSystemException;

import dev.linkwright.FailureDetails;
import dev.linkwright.Reason;
import org.jspecify.annotations.Nullable;

/// One call of the system that is played: one step under the lock, and its refusal told as a failure of the seam.
final class FakeCall {
    private static final String PRIVILEGE = "Turn on Developer Mode, start the program as an administrator, or have the "
            + "policy 'Create symbolic links' grant the right.";

    private FakeCall() {}

    static <T extends @Nullable Object> T call(FakeMachine machine, FakePrimitive primitive, FailureDetails failing,
            Question<T> question) throws FileSystemException {
        machine.lock().lock();
        try {
            return question.ask();
        } catch (FakeRefusal refusal) {
            throw told(refusal, primitive.function(machine.rules()), failing);
        } finally {
            machine.lock().unlock();
        }
    }

    private static FileSystemException told(FakeRefusal refusal, String function, FailureDetails failing) {
        FailureDetails told = failing.withReason(refusal.reason());
        FakeCode code = refusal.code();
        if (code != null) {
            told = told.withCode(function, code.number(), code.symbol());
        }
        String remark = refusal.remark();
        if (remark != null) {
            told = told.withRemark(remark);
        }
        return (refusal.reason() == Reason.PRIVILEGE_NOT_HELD ? told.withAdvice(PRIVILEGE) : told).toException();
    }

    /// What has an answer.
    @FunctionalInterface
    interface Question<T extends @Nullable Object> {
        T ask() throws FakeRefusal;
    }

    /// What has none.
    @FunctionalInterface
    interface Action {
        void run() throws FakeRefusal;
    }
}
