//! Kill -9 at any moment: what was acknowledged is there, and the workspace verifies.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::numbers::Numbers;
use crate::support::Bench;

#[test]
fn every_acknowledged_decision_survives_a_kill_at_any_moment() {
    let bench = Bench::new();
    bench.init();
    let ids: Vec<String> = bench
        .on(&["control", "list", "--json"])
        .done()
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|control| control["id"].as_str().unwrap().to_owned())
        .collect();
    let mut numbers = Numbers::new(42_001);
    let mut acknowledged: HashMap<String, String> = HashMap::new();
    let mut decisions = 0;
    while decisions < 200 {
        let mut child = bench
            .program()
            .args(["-w", "w", "batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        // The decisions are sent without waiting for the answers, so that the kill comes in the midst of one.
        let sent: Vec<(String, String)> = (0..40)
            .map(|number| {
                let id = ids[numbers.index(ids.len())].clone();
                (id, format!("Decision {decisions} and {number} of this life."))
            })
            .collect();
        let sending = sent.clone();
        let sender = std::thread::spawn(move || {
            for (id, justification) in sending {
                let line = json!({ "operation": "control.decide", "arguments": { "controls": [id], "decision": "applicable", "reasons": ["law"], "justification": justification } });
                if writeln!(input, "{line}").is_err() {
                    return;
                }
            }
        });
        let fuse = Duration::from_micros(numbers.next(60_000));
        let until = numbers.next(30);
        let mut count = 0;
        let mut line = String::new();
        let mut pending: Option<Instant> = None;
        loop {
            if count >= until && pending.is_none() {
                pending = Some(Instant::now() + fuse);
            }
            if pending.is_some_and(|at| Instant::now() >= at) || count == sent.len() as u64 {
                child.kill().unwrap();
                break;
            }
            line.clear();
            if output.read_line(&mut line).unwrap() == 0 {
                break;
            }
            count += u64::from(acknowledge(&line, &sent, &mut acknowledged));
        }
        child.wait().unwrap();
        // What was still in the pipe was acknowledged too.
        line.clear();
        while output.read_line(&mut line).unwrap() > 0 && line.ends_with('\n') {
            count += u64::from(acknowledge(&line, &sent, &mut acknowledged));
            line.clear();
        }
        sender.join().unwrap();
        decisions += count.max(1);

        let found = bench.on(&["control", "list", "--json"]).done().json();
        let found: HashMap<&str, &str> = found
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|control| Some((control["id"].as_str()?, control["justification"].as_str()?)))
            .collect();
        for (id, justification) in &mut acknowledged {
            let there = found.get(id.as_str()).copied().unwrap_or_default();
            // A later decision of this life may have been made and not acknowledged.
            let later = sent
                .iter()
                .skip_while(|(_, said)| said != justification)
                .any(|(of, said)| of == id && said == there);
            let made = sent.iter().any(|(of, said)| of == id && said == there);
            assert!(
                there == justification
                    || later
                    || made && !sent.iter().any(|(_, said)| said == justification),
                "{id}: “{there}” in place of “{justification}”"
            );
            there.clone_into(justification);
        }
        bench.on(&["verify"]).done();
    }
}

/// Notes what a line of answer acknowledges; returns whether it is one.
fn acknowledge(line: &str, sent: &[(String, String)], acknowledged: &mut HashMap<String, String>) -> bool {
    let answer: Value = serde_json::from_str(line).unwrap();
    let number = usize::try_from(answer["line"].as_u64().unwrap()).unwrap();
    assert!(answer["result"].is_array(), "{answer}");
    let (id, justification) = sent[number - 1].clone();
    acknowledged.insert(id, justification);
    true
}
