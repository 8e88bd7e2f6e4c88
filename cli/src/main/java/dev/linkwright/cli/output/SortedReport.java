package dev.linkwright.cli.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.linkwright.FailureDetails;

/// Keeps the results until the end and gives them to another report in the order of their paths. Failures pass at once.
public final class SortedReport implements Report {

    private final Report report;
    private final List<Result> results = new ArrayList<>();

    /// Sorts for `report`.
    public SortedReport(Report report) {
        this.report = report;
    }

    @Override
    public void result(Result result) {
        results.add(result);
    }

    @Override
    public void failure(FailureDetails failure) throws IOException {
        report.failure(failure);
    }

    @Override
    public void finish() throws IOException {
        results.sort(ByPath.RESULTS);
        for (Result result : results) {
            report.result(result);
        }
        report.finish();
    }
}
